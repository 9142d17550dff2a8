package org.atelier.provider;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the provider says about our key. That it refuses the key, or cannot be asked, is a {@link ProviderFailure}.
 *
 * @param label the provider's masked name of the key
 * @param limit dollars it may spend; absent means no limit, or a server without such a thing
 * @param usage dollars it has spent so far; absent on servers that do not count
 */
public record KeyState(
        Optional<String> label,
        Optional<BigDecimal> limit,
        Optional<BigDecimal> limitRemaining,
        Optional<BigDecimal> usage,
        boolean freeTier) {
    /** What a server says that knows no keys, or that nobody has asked. */
    public static final KeyState UNTOLD =
            new KeyState(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
}
