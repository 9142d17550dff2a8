package org.atelier.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign-in: the family of refresh tokens that follow from one password.
 *
 * @param generation of the newest token that was given out
 * @param digest of that token
 * @param expiresAt 30 days after the last refresh, 90 after the sign-in at most
 */
record Session(
        UUID id,
        UUID userId,
        int generation,
        String digest,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> endedAt) {
    static final Duration SLIDING = Duration.ofDays(30);
    static final Duration AT_MOST = Duration.ofDays(90);

    static Session begin(UUID userId, RefreshToken first, Instant now) {
        return new Session(first.sessionId(), userId, 0, first.digest(), now, now.plus(SLIDING), Optional.empty());
    }

    boolean alive(Instant now) {
        return endedAt.isEmpty() && now.isBefore(expiresAt);
    }

    Session rotated(RefreshToken successor, Instant now) {
        var sliding = now.plus(SLIDING);
        var latest = createdAt.plus(AT_MOST);
        return new Session(
                id,
                userId,
                successor.generation(),
                successor.digest(),
                createdAt,
                sliding.isBefore(latest) ? sliding : latest,
                endedAt);
    }
}
