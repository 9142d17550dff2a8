package org.atelier.frontend.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.backend.OwnAccountApi.Budget;
import org.atelier.frontend.backend.OwnAccountApi.Day;
import org.atelier.frontend.backend.OwnAccountApi.Days;
import org.atelier.frontend.backend.OwnAccountApi.Spent;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** What was spent and what is left, in the reader's language. */
public class UsageFacts {

    private final Spent spent;
    private final List<Row> rows;

    UsageFacts(Spent spent, Days days) {
        this.spent = spent;
        this.rows = days.items().stream().map(Row::new).toList();
    }

    public String getSpent() {
        return Figures.money(spent.spent());
    }

    public String getSpentLabel() {
        return Messages.text(
                switch (period()) {
                    case "day" -> "account.usage.today";
                    case "total" -> "account.usage.ever";
                    default -> "account.usage.month";
                });
    }

    private String period() {
        return Optional.ofNullable(spent.budget()).map(Budget::period).orElse("month");
    }

    /** Null: no budget. */
    public String getBudget() {
        return Optional.ofNullable(spent.budget())
                .map(budget -> Figures.money(budget.amount()))
                .orElse(null);
    }

    public String getLeft() {
        return Optional.ofNullable(spent.left()).map(Figures::money).orElse(null);
    }

    /** Null: a budget that never renews, or none. */
    public String getRenews() {
        return Optional.ofNullable(spent.budget())
                .flatMap(budget -> Optional.ofNullable(spent.renewsAt()))
                .map(when -> Figures.day(LocalDate.ofInstant(Instant.parse(when), ZoneOffset.UTC)))
                .orElse(null);
    }

    /** Whether the demonstration answered, whose money is none. */
    public boolean isDemo() {
        return rows.stream().anyMatch(row -> row.day.demoSpent().signum() > 0);
    }

    /** The oldest day first, as a chart is read. */
    public List<Row> getRows() {
        return rows;
    }

    public String getSum() {
        return Figures.money(rows.stream().map(row -> row.day.spent()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** A day of the chart and of the table beside it. */
    public static class Row {

        private final Day day;

        Row(Day day) {
            this.day = day;
        }

        public String getIso() {
            return day.day();
        }

        public String getName() {
            return Figures.day(LocalDate.parse(day.day()));
        }

        public String getCalls() {
            return Figures.count(day.calls());
        }

        public String getSpent() {
            return Figures.money(day.spent());
        }

        public String getDemoSpent() {
            return Figures.money(day.demoSpent());
        }

        /** As a script reads it. */
        public String getAmount() {
            return day.spent().toPlainString();
        }

        public String getDemoAmount() {
            return day.demoSpent().toPlainString();
        }
    }
}
