package org.atelier.backup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A backup that did not come about; {@code failure.json}. It is in the folder from the beginning and goes when the backup is whole, so that
 * what a kill leaves says whose it was.
 *
 * @param userId who asked for it, where somebody did
 */
record Failure(String id, MadeBy madeBy, Optional<UUID> userId, Instant startedAt, Instant endedAt, String reason) {
    private static final String ENDED = "The server ended while this backup was being made. Make another one.";

    /** @return what is true until there is more */
    static Failure unfinished(String id, MadeBy madeBy, Optional<UUID> userId, Instant startedAt) {
        return new Failure(id, madeBy, userId, startedAt, startedAt, ENDED);
    }

    Failure because(String why, Instant now) {
        return new Failure(id, madeBy, userId, startedAt, now, why);
    }
}
