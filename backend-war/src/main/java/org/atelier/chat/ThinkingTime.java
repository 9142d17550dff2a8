package org.atelier.chat;

import java.time.Duration;
import java.util.Optional;

/** How long a model thinks before it answers: from its first thought to its first word, or to its end. */
final class ThinkingTime {
    private Optional<Long> began = Optional.empty();
    private Optional<Long> took = Optional.empty();

    void thinks() {
        began = began.or(() -> Optional.of(System.nanoTime()));
    }

    void isOver() {
        took = millis();
    }

    /** @return so far, or in all; empty if there was no thought */
    Optional<Long> millis() {
        return took.or(() ->
                began.map(nanos -> Duration.ofNanos(System.nanoTime() - nanos).toMillis()));
    }
}
