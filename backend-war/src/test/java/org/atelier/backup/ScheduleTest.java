package org.atelier.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Schedule schedule = new Schedule(LocalTime.of(3, 30));

    private static Optional<Instant> at(String time) {
        return Optional.of(Instant.parse(time));
    }

    private boolean due(String now, Optional<Instant> whole, Optional<Instant> tried) {
        return schedule.due(Instant.parse(now), whole, tried);
    }

    @Test
    void onceAfterEachMoment() {
        var last = at("2026-11-26T03:30:01Z");
        assertThat(due("2026-11-27T03:29:59Z", last, last)).isFalse();
        assertThat(due("2026-11-27T03:30:00Z", last, last)).isTrue();
        var today = at("2026-11-27T03:30:00Z");
        assertThat(due("2026-11-27T23:59:59Z", today, today)).isFalse();
        assertThat(due("2026-11-28T03:29:59Z", today, today)).isFalse();
    }

    @Test
    void aMomentThatPassedWithoutUsIsMadeUpFor() {
        var old = at("2026-11-20T03:30:00Z");
        assertThat(due("2026-11-27T01:00:00Z", old, old)).isTrue();
        assertThat(due("2026-11-27T01:00:00Z", Optional.empty(), Optional.empty()))
                .isTrue();
    }

    @Test
    void oneThatFailedIsTriedAgainAnHourLater() {
        var whole = at("2026-11-26T03:30:00Z");
        var failed = at("2026-11-27T03:30:00Z");
        assertThat(due("2026-11-27T04:29:59Z", whole, failed)).isFalse();
        assertThat(due("2026-11-27T04:30:00Z", whole, failed)).isTrue();
    }
}
