package org.atelier.chat;

import java.util.Optional;
import org.atelier.provider.Usage;
import org.atelier.web.Money;

/** Tokens and dollars of one answer as people see them. @param cost null on the wire where the provider does not tell */
record TokenUsage(long promptTokens, long completionTokens, Optional<Money> cost) {
    static TokenUsage of(Usage usage) {
        return new TokenUsage(
                usage.promptTokens(), usage.completionTokens(), usage.cost().map(Money::new));
    }
}
