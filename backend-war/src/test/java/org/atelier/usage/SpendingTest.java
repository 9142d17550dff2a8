package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.atelier.users.Budget;
import org.atelier.users.Budget.Period;
import org.atelier.web.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpendingTest {
    private static final Instant NOW = Instant.parse("2026-02-28T23:30:00Z");

    private final Spending spending = new Spending();
    private final UUID anna = UUID.randomUUID();

    @Test
    void aPeriodStartsAnewAndTheTotalNever() {
        spending.add(NOW, anna, false, BigDecimal.ONE);
        var tomorrow = NOW.plus(Duration.ofHours(1));
        assertThat(spending.spent(Period.DAY, NOW, anna, false)).isEqualByComparingTo("1");
        assertThat(spending.spent(Period.DAY, tomorrow, anna, false)).isZero();
        assertThat(spending.spent(Period.MONTH, tomorrow, anna, false)).isZero();
        assertThat(spending.spent(Period.TOTAL, tomorrow, anna, false)).isEqualByComparingTo("1");
    }

    @Test
    void whatEndsAfterMidnightCountsInThePeriodInWhichItBegan() {
        var tomorrow = NOW.plus(Duration.ofHours(1));
        spending.add(tomorrow, anna, false, BigDecimal.ONE);
        spending.add(NOW, anna, false, BigDecimal.TEN);
        assertThat(spending.spent(Period.DAY, tomorrow, anna, false)).isEqualByComparingTo("1");
        assertThat(spending.spent(Period.MONTH, NOW, anna, false)).isEqualByComparingTo("10");
    }

    @Test
    void playMoneyCountsInNoBudget() {
        spending.add(NOW, anna, true, BigDecimal.TEN);
        assertThat(spending.left(anna, budget(Period.MONTH), NOW)).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void callsSideBySideCannotSpendTheSameDollarTwice(Period period) {
        var granted = new AtomicInteger();
        IntStream.range(0, 200).parallel().forEach(call -> {
            if (spending.hold(anna, new BigDecimal("0.1"), Optional.of(budget(period)), NOW)) {
                granted.incrementAndGet();
            }
        });
        assertThat(granted).hasValue(10);
        assertThat(spending.left(anna, budget(period), NOW)).isZero();
        spending.add(NOW, anna, false, new BigDecimal("0.02"));
        spending.release(anna, new BigDecimal("0.1"));
        assertThat(spending.left(anna, budget(period), NOW)).isEqualByComparingTo("0.08");
    }

    @Test
    void whatCostsNothingIsNeverHeldUp() {
        spending.add(NOW, anna, false, BigDecimal.TEN);
        assertThat(spending.hold(anna, BigDecimal.ZERO, Optional.of(budget(Period.DAY)), NOW))
                .isTrue();
        assertThat(spending.hold(anna, BigDecimal.ONE, Optional.of(budget(Period.DAY)), NOW))
                .isFalse();
        assertThat(spending.hold(anna, BigDecimal.ONE, Optional.empty(), NOW)).isTrue();
    }

    private static Budget budget(Period period) {
        return new Budget(Money.parse("1"), period);
    }
}
