package org.atelier.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where somebody is signed in.
 *
 * @param browser or the program, as it calls itself; null if it does not
 * @param system null if it does not say
 * @param lastUsedAt when its tokens were last renewed, which happens every quarter of an hour while it is used
 * @param current whether this request came from there
 */
record SignInPlace(
        UUID id,
        Optional<String> browser,
        Optional<String> system,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {

    SignInPlace seenFrom(UUID session) {
        return new SignInPlace(id, browser, system, createdAt, lastUsedAt, expiresAt, id.equals(session));
    }
}
