package org.atelier.usage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.atelier.provider.ChatRequest;
import org.atelier.users.Budget;

/**
 * What a call may cost.
 *
 * @param maxTokens the longest answer to ask for; empty: nobody limits it
 * @param reserved US dollars that it can cost at most; empty where no price is known
 * @param budget within which that has to be
 * @param fallbacks models that may answer instead, none of which costs more than what is reserved
 * @param capped whether the budget, and nothing else, made the answer as short as that
 * @param key that it was asked with
 */
public record Allowance(
        Optional<Integer> maxTokens,
        Optional<BigDecimal> reserved,
        Optional<Budget> budget,
        List<String> fallbacks,
        boolean capped,
        Optional<KeyShare> key) {

    /** @return the request with the longest answer and the other models that are allowed */
    public ChatRequest applyTo(ChatRequest request) {
        return new ChatRequest(
                request.model(),
                request.messages(),
                request.temperature(),
                maxTokens,
                request.user(),
                fallbacks,
                request.verbatim(),
                request.further());
    }
}
