package org.atelier.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What everybody spent in a calendar month (UTC), kept in memory because it is asked before every paid call. */
final class Spending {
    private record Account(YearMonth month, UUID userId, boolean demo) {}

    private final ConcurrentHashMap<Account, BigDecimal> accounts = new ConcurrentHashMap<>();
    private volatile YearMonth newest = YearMonth.of(1970, 1);

    void add(Instant when, UUID userId, boolean demo, BigDecimal amount) {
        var month = monthOf(when);
        accounts.merge(new Account(month, userId, demo), amount, BigDecimal::add);
        if (month.isAfter(newest)) {
            newest = month;
            // The month before stays: a call that began in it may end now.
            accounts.keySet().removeIf(account -> account.month().isBefore(month.minusMonths(1)));
        }
    }

    BigDecimal spent(Instant month, UUID userId, boolean demo) {
        return accounts.getOrDefault(new Account(monthOf(month), userId, demo), BigDecimal.ZERO);
    }

    static Instant startOf(Instant month) {
        return monthOf(month).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Instant endOf(Instant month) {
        return monthOf(month)
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static YearMonth monthOf(Instant when) {
        return YearMonth.from(when.atOffset(ZoneOffset.UTC));
    }
}
