package org.atelier.chat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.atelier.provider.Usage;
import org.atelier.web.Money;

/**
 * Tokens and dollars of one answer as people see them and as they are stored.
 *
 * @param cost null on the wire where the provider does not tell, or tells what no column holds
 */
record TokenUsage(long promptTokens, long completionTokens, Optional<Money> cost) {
    private static final int DECIMALS = 12;
    private static final BigDecimal TOO_MUCH = new BigDecimal("1E15");

    static TokenUsage of(Usage usage) {
        return new TokenUsage(
                usage.promptTokens(),
                usage.completionTokens(),
                usage.cost().flatMap(TokenUsage::fitting).map(Money::new));
    }

    /** Before it is rounded: zeros by the billion would be written out. */
    private static Optional<BigDecimal> fitting(BigDecimal dollars) {
        return Optional.of(dollars)
                .filter(some -> Math.abs((long) some.scale()) <= 100 && some.precision() <= 100)
                .filter(some -> some.signum() >= 0 && some.compareTo(TOO_MUCH) < 0)
                .map(some -> some.setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
