package org.atelier.provider;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Tokens and dollars of one call, as the provider reports them.
 *
 * @param cost dollars charged; absent where the server does not tell
 * @param demo whether this is play money
 */
public record Usage(
        long promptTokens,
        long completionTokens,
        Optional<Long> reasoningTokens,
        Optional<Long> cachedTokens,
        Optional<BigDecimal> cost,
        boolean demo) {}
