package org.atelier.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.atelier.keys.ApiKey;
import org.atelier.keys.KeySecret;
import org.atelier.keys.Scope;
import org.atelier.usage.KeySpending;
import org.atelier.users.Budget;
import org.atelier.web.Money;

/**
 * A key as its owner sees it.
 *
 * @param prefix how the secret begins
 * @param spent in the period of the key's budget, or without one in this calendar month (UTC)
 * @param demoSpent play money of the demonstration in the same period
 * @param left of the key's own budget; null: it has none
 * @param renewsAt when {@code spent} starts at 0 again; null: never
 * @param secret only in the answer that made the key
 */
record KeyView(
        UUID id,
        String name,
        String prefix,
        Set<Scope> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Budget> budget,
        Money spent,
        Money demoSpent,
        Optional<Money> left,
        Optional<Instant> renewsAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

    static KeyView of(ApiKey key, Optional<Instant> lastUsedAt, KeySpending.Spent spent) {
        return new KeyView(
                key.id(),
                key.name(),
                key.prefix(),
                key.scopes(),
                key.createdAt(),
                key.expiresAt(),
                lastUsedAt,
                key.budget(),
                spent.spent(),
                spent.demoSpent(),
                spent.left(),
                spent.renewsAt(),
                null);
    }

    KeyView with(KeySecret told) {
        return new KeyView(
                id,
                name,
                prefix,
                scopes,
                createdAt,
                expiresAt,
                lastUsedAt,
                budget,
                spent,
                demoSpent,
                left,
                renewsAt,
                told.text());
    }
}
