package org.atelier.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.atelier.users.Budget;
import org.atelier.web.Money;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * The problem {@code budget-exhausted}: whose budget it is, what is left, when it renews and whom to ask, in a sentence and as members.
 *
 * @param ofKey whether it is the budget of an API key, which its owner decides about
 */
record BudgetRefusal(Budget budget, boolean ofKey, Instant now, Optional<String> contact) {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    Problem tooLittle(BigDecimal left) {
        return problem(
                left,
                (ofKey ? "The budget of this API key, " : "Your budget of ") + words() + (ofKey ? ", has " : " has ")
                        + dollars(left) + " left, too little for this request.");
    }

    Problem unknownPrice() {
        return problem(
                null,
                "Nobody can say beforehand what this model costs at most, so it cannot be used within "
                        + (ofKey ? "the budget of this API key, " : "your budget of ") + words()
                        + ". Choose another model.");
    }

    private Problem problem(BigDecimal left, String what) {
        var renews = budget.period().end(now);
        var problem = Problem.of(
                        ProblemType.BUDGET_EXHAUSTED,
                        what
                                + renews.map(when -> " It renews on "
                                                + when.atOffset(ZoneOffset.UTC).toLocalDate() + ".")
                                        .orElse("")
                                + (ofKey
                                        ? " Its owner can make another key."
                                        : " Ask " + contact.orElse("an administrator") + " for more."))
                .with("budget", budget)
                .with("budget_of", ofKey ? "key" : "user");
        if (left != null) {
            problem = problem.with("left", new Money(left));
        }
        if (renews.isPresent()) {
            problem = problem.with("renews_at", renews.get());
        }
        return contact.isPresent() && !ofKey ? problem.with("contact", contact.get()) : problem;
    }

    private String words() {
        return dollars(budget.amount().amount())
                + switch (budget.period()) {
                    case DAY -> " a day";
                    case MONTH -> " a month";
                    case TOTAL -> " in all";
                };
    }

    /** Never more than there is; what is less than a cent with all its digits. */
    private static String dollars(BigDecimal amount) {
        int digits = amount.compareTo(CENT) < 0 ? 10 : 4;
        int scale = Math.max(2, Math.min(digits, amount.stripTrailingZeros().scale()));
        return "$" + amount.setScale(scale, RoundingMode.DOWN).toPlainString();
    }
}
