package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.atelier.users.Budget;
import org.atelier.web.Money;
import org.junit.jupiter.api.Test;

class BudgetRefusalTest {
    private static final Instant NOW = Instant.parse("2026-02-28T23:30:00Z");

    @Test
    void saysWhatIsLeftWhenItRenewsAndWhomToAsk() {
        assertThat(sentence("5", Budget.Period.MONTH, "0.0199", Optional.of("it@example.org")))
                .isEqualTo("Your budget of $5.00 a month has $0.0199 left, too little for this request."
                        + " It renews on 2026-03-01. Ask it@example.org for more.");
        assertThat(sentence("0.5", Budget.Period.TOTAL, "0.0000123", Optional.empty()))
                .isEqualTo("Your budget of $0.50 in all has $0.0000123 left, too little for this request."
                        + " Ask an administrator for more.");
    }

    @Test
    void saysThatItIsTheBudgetOfAKey() {
        var budget = new Budget(Money.parse("1"), Budget.Period.DAY);
        var problem = new BudgetRefusal(budget, true, NOW, Optional.of("it@example.org")).tooLittle(BigDecimal.ZERO);
        assertThat(problem.detail())
                .isEqualTo("The budget of this API key, $1.00 a day, has $0.00 left, too little for this request."
                        + " It renews on 2026-03-01. Its owner can make another key.");
        assertThat(problem.extra()).containsEntry("budget_of", "key").doesNotContainKey("contact");
    }

    private static String sentence(String amount, Budget.Period period, String left, Optional<String> contact) {
        return new BudgetRefusal(new Budget(Money.parse(amount), period), false, NOW, contact)
                .tooLittle(new BigDecimal(left))
                .detail();
    }
}
