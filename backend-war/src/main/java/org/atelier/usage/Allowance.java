package org.atelier.usage;

import java.math.BigDecimal;
import java.util.Optional;
import org.atelier.provider.ChatRequest;
import org.atelier.users.Budget;

/**
 * What a call may cost.
 *
 * @param maxTokens the longest answer to ask for; empty: nobody limits it
 * @param reserved US dollars that it can cost at most; empty where no price is known
 * @param budget within which that has to be
 * @param capped whether the budget, and nothing else, made the answer as short as that
 */
public record Allowance(
        Optional<Integer> maxTokens, Optional<BigDecimal> reserved, Optional<Budget> budget, boolean capped) {

    /** @return the request with the longest answer that is allowed */
    public ChatRequest applyTo(ChatRequest request) {
        return new ChatRequest(
                request.model(),
                request.messages(),
                request.temperature(),
                maxTokens,
                request.user(),
                request.further());
    }
}
