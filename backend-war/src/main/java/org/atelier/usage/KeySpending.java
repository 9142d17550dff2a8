package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.atelier.keys.ApiKey;
import org.atelier.users.Budget;
import org.atelier.web.Money;

/** What was spent with a key; see {@link UsageResource.Spent}. */
@ApplicationScoped
public class KeySpending {
    private final Ledger ledger;

    @Inject
    KeySpending(Ledger ledger) {
        this.ledger = ledger;
    }

    /** For the container's proxy only. */
    protected KeySpending() {
        this(null);
    }

    public record Spent(Money spent, Money demoSpent, Optional<Money> left, Optional<Instant> renewsAt) {}

    public Spent of(ApiKey key, Instant now) {
        var spending = ledger.spending();
        var period = key.budget().map(Budget::period).orElse(Budget.Period.MONTH);
        return new Spent(
                new Money(spending.spent(period, now, key.id(), false)),
                new Money(spending.spent(period, now, key.id(), true)),
                key.budget().map(budget -> new Money(spending.left(key.id(), budget, now))),
                period.end(now));
    }
}
