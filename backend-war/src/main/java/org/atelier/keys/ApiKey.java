package org.atelier.keys;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.atelier.users.Budget;

/**
 * A key without its secret.
 *
 * @param name as its owner calls it
 * @param prefix how its secret begins, by which its owner recognises it
 * @param scopes never empty
 * @param budget of its own, beside its owner's
 * @param expiresAt when it lets nobody in any more; empty: never
 */
public record ApiKey(
        UUID id,
        UUID userId,
        String name,
        String prefix,
        Set<Scope> scopes,
        Optional<Budget> budget,
        Instant createdAt,
        Optional<Instant> expiresAt) {

    public ApiKey {
        scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }

    boolean validAt(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
