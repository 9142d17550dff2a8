package org.atelier.usage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.atelier.users.Budget;
import org.atelier.users.Budget.Period;

/**
 * What everybody spent and what is set aside for calls under way, kept in memory because it is asked before every paid call. What is set
 * aside counts as spent until the call is settled, so that calls side by side cannot spend the same dollar twice.
 */
final class Spending {
    /** A call that began in one period may end in the next; none lasts longer. */
    private static final Duration KEPT = Duration.ofDays(1);

    private record Account(Period period, Instant start, UUID userId, boolean demo) {}

    private final ConcurrentHashMap<Account, BigDecimal> accounts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, BigDecimal> held = new ConcurrentHashMap<>();
    private volatile Instant newestDay = Instant.EPOCH;

    void add(Instant when, UUID userId, boolean demo, BigDecimal amount) {
        for (var period : Period.values()) {
            add(period, when, userId, demo, amount);
        }
        var day = Period.DAY.start(when);
        if (day.isAfter(newestDay)) {
            newestDay = day;
            accounts.keySet().removeIf(account -> isOver(account, day.minus(KEPT)));
        }
    }

    void add(Period period, Instant when, UUID userId, boolean demo, BigDecimal amount) {
        accounts.merge(new Account(period, period.start(when), userId, demo), amount, BigDecimal::add);
    }

    private static boolean isOver(Account account, Instant when) {
        return account.period().end(account.start()).filter(when::isAfter).isPresent();
    }

    BigDecimal spent(Period period, Instant when, UUID userId, boolean demo) {
        return accounts.getOrDefault(new Account(period, period.start(when), userId, demo), BigDecimal.ZERO);
    }

    /** @return what of the budget is neither spent nor set aside; never negative */
    BigDecimal left(UUID userId, Budget budget, Instant now) {
        return room(userId, budget, now, held.getOrDefault(userId, BigDecimal.ZERO))
                .max(BigDecimal.ZERO);
    }

    private BigDecimal room(UUID userId, Budget budget, Instant now, BigDecimal aside) {
        return budget.amount()
                .amount()
                .subtract(spent(budget.period(), now, userId, false))
                .subtract(aside);
    }

    /** Sets an amount aside until {@link #release}. @return false, and nothing is, if the budget does not leave so much */
    boolean hold(UUID userId, BigDecimal amount, Optional<Budget> budget, Instant now) {
        var enough = new boolean[] {true};
        held.compute(userId, (id, before) -> {
            var aside = before == null ? BigDecimal.ZERO : before;
            enough[0] = amount.signum() == 0
                    || budget.filter(limit -> room(userId, limit, now, aside).compareTo(amount) < 0)
                            .isEmpty();
            return enough[0] ? aside.add(amount) : before;
        });
        return enough[0];
    }

    void release(UUID userId, BigDecimal amount) {
        held.computeIfPresent(userId, (id, before) -> before.compareTo(amount) <= 0 ? null : before.subtract(amount));
    }
}
