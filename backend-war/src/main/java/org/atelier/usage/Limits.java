package org.atelier.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.atelier.users.Budget;

/** The budgets that a call has to fit in: that of the person and that of the key, where there are any. */
record Limits(UUID userId, Optional<Budget> own, Optional<KeyShare> key) {

    /** A budget and what of it is left. */
    record Limit(Budget budget, boolean ofKey, BigDecimal left) {}

    /** @return the one that leaves least; empty: nothing limits it */
    Optional<Limit> tightest(Spending spending, Instant now) {
        var ofPerson = own.map(budget -> new Limit(budget, false, spending.left(userId, budget, now)));
        var ofKey = key.flatMap(
                share -> share.budget().map(budget -> new Limit(budget, true, spending.left(share.id(), budget, now))));
        return Stream.of(ofPerson, ofKey).flatMap(Optional::stream).min(Comparator.comparing(Limit::left));
    }

    /** Sets an amount aside in both, or in none. @return whether both have it left */
    boolean hold(Spending spending, BigDecimal amount, Instant now) {
        // The key first: calls with a key that is used up do not touch what others of its owner may spend.
        if (key.isPresent() && !spending.hold(key.get().id(), amount, key.get().budget(), now)) {
            return false;
        }
        if (spending.hold(userId, amount, own, now)) {
            return true;
        }
        key.ifPresent(share -> spending.release(share.id(), amount));
        return false;
    }

    void release(Spending spending, BigDecimal amount) {
        spending.release(userId, amount);
        key.ifPresent(share -> spending.release(share.id(), amount));
    }
}
