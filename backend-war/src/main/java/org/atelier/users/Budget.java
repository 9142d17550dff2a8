package org.atelier.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.atelier.web.Money;
import org.atelier.web.Problem;

/** How much somebody may spend, in US dollars, and when that starts anew. */
public record Budget(Money amount, Period period) {
    private static final BigDecimal MOST = new BigDecimal("1000000");
    private static final int DECIMALS = 10;

    public Budget {
        if (amount == null || amount.amount().signum() < 0 || amount.amount().compareTo(MOST) > 0) {
            throw Problem.field("budget.amount", "must be a decimal string from 0 to 1000000");
        }
        if (amount.amount().stripTrailingZeros().scale() > DECIMALS) {
            throw Problem.field("budget.amount", "may have at most " + DECIMALS + " decimals");
        }
        if (period == null) {
            throw Problem.field("budget.period", "must be day, month or total");
        }
    }

    /** Days and months of the calendar, in UTC. */
    public enum Period {
        @JsonProperty("day")
        DAY,
        @JsonProperty("month")
        MONTH,
        /** Never starts anew. */
        @JsonProperty("total")
        TOTAL;

        /** @return when the period began that holds this moment */
        public Instant start(Instant when) {
            return switch (this) {
                case DAY -> midnight(day(when));
                case MONTH -> midnight(day(when).withDayOfMonth(1));
                case TOTAL -> Instant.EPOCH;
            };
        }

        /** @return when the next period begins; empty if none does */
        public Optional<Instant> end(Instant when) {
            return switch (this) {
                case DAY -> Optional.of(midnight(day(when).plusDays(1)));
                case MONTH -> Optional.of(midnight(day(when).withDayOfMonth(1).plusMonths(1)));
                case TOTAL -> Optional.empty();
            };
        }

        private static LocalDate day(Instant when) {
            return when.atOffset(ZoneOffset.UTC).toLocalDate();
        }

        private static Instant midnight(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }
}
