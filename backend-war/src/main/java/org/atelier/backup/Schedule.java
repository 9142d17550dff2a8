package org.atelier.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When the clock wants a backup: once after each moment of that time of day, later if nobody was there at the moment itself. */
record Schedule(LocalTime at) {
    /** So that a full disk is not asked all the time. */
    static final Duration AFTER_FAILURE = Duration.ofHours(1);

    /**
     * @param lastWhole when the newest whole backup began
     * @param lastTried when the newest of all began
     */
    boolean due(Instant now, Optional<Instant> lastWhole, Optional<Instant> lastTried) {
        var today = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).with(at);
        var newest = today.toInstant().isAfter(now) ? today.minusDays(1) : today;
        boolean made =
                lastWhole.filter(whole -> !whole.isBefore(newest.toInstant())).isPresent();
        boolean justTried = lastTried
                .filter(tried -> tried.plus(AFTER_FAILURE).isAfter(now))
                .isPresent();
        return !made && !justTried;
    }
}
