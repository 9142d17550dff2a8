package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.atelier.database.Database;
import org.atelier.users.WhatGoes;
import org.atelier.web.Money;

/** What somebody spent, day by day. */
@ApplicationScoped
class OwnDays {
    private final Database database;

    @Inject
    OwnDays(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected OwnDays() {
        this(null);
    }

    /**
     * A day of the calendar, in UTC.
     *
     * @param spent as in {@link UsageResource.Spent}
     * @param demoSpent play money of the demonstration, which counts nowhere
     * @param calls paid attempts, demonstration or not
     */
    record Day(LocalDate day, Money spent, Money demoSpent, long calls) {
        static Day empty(LocalDate day) {
            return new Day(day, Money.ZERO, Money.ZERO, 0);
        }

        static Day of(LocalDate day, boolean demo, BigDecimal amount, long calls) {
            var money = new Money(amount);
            return demo ? new Day(day, Money.ZERO, money, calls) : new Day(day, money, Money.ZERO, calls);
        }

        Day plus(Day other) {
            return new Day(day, spent.plus(other.spent), demoSpent.plus(other.demoSpent), calls + other.calls);
        }
    }

    /** @return so many days up to today, the oldest first, also those on which nothing was spent */
    List<Day> last(int days, UUID user, Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        var first = today.minusDays(days - 1L);
        var spent = spentSince(first, user);
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(days)
                .map(day -> spent.getOrDefault(day, Day.empty(day)))
                .toList();
    }

    private Map<LocalDate, Day> spentSince(LocalDate first, UUID user) {
        var days = new HashMap<LocalDate, Day>();
        database.read(handle -> handle.createQuery("""
                        SELECT %s AS day, demo, count(*) AS calls, sum(%s) AS amount
                          FROM ledger
                         WHERE user_id = :user AND opened_at >= :start
                         GROUP BY 1, 2""".formatted(Days.OF_LINE, LedgerStore.SPENT))
                        .bind("user", user)
                        .bind("start", first.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .map((row, context) -> Day.of(
                                Days.date(row.getInt("day")),
                                row.getBoolean("demo"),
                                row.getBigDecimal("amount"),
                                row.getLong("calls")))
                        .list())
                .forEach(day -> days.merge(day.day(), day, Day::plus));
        return days;
    }

    /** The books are kept, without a word of what was asked or answered. */
    void count(@Observes WhatGoes asked) {
        asked.stays("ledger_lines", database.read(handle -> handle.createQuery(
                        "SELECT count(*) FROM ledger WHERE user_id = :user")
                .bind("user", asked.userId())
                .mapTo(Long.class)
                .one()));
    }
}
