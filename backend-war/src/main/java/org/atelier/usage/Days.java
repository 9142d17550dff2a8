package org.atelier.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days of the calendar in UTC, as tables number them: since 1970-01-01. */
final class Days {
    static final int SECONDS = 86_400;

    /** The day of a ledger line. */
    static final String OF_LINE = "CAST(floor(extract(epoch FROM opened_at) / " + SECONDS + ") AS integer)";

    private Days() {}

    static int of(Instant when) {
        return Math.toIntExact(Math.floorDiv(when.getEpochSecond(), SECONDS));
    }

    static int of(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /** @return the first moment of the day */
    static Instant start(int day) {
        return date(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
