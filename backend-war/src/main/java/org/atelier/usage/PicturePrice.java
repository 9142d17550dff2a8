package org.atelier.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.atelier.provider.Capabilities;
import org.atelier.provider.Prices;
import org.atelier.provider.ProviderModel;

/**
 * What a call for pictures can cost at most: each picture by its own price or, with models that count tokens, by the longest answer; the
 * prompt at one token a byte; each picture that is sent along.
 */
final class PicturePrice {
    private static final int DECIMALS = 10;

    private PicturePrice() {}

    /**
     * @param references pictures that are sent along
     * @return US dollars, rounded up to what a ledger holds; empty if a price that matters is unknown
     */
    static Optional<BigDecimal> of(ProviderModel model, String prompt, int count, int references) {
        var prices = model.prices();
        if (references > 0 && prices.inputImage().isEmpty()) {
            return Optional.empty();
        }
        return picture(model).map(each -> each.multiply(BigDecimal.valueOf(count))
                .add(words(prices, prompt))
                .add(prices.inputImage().orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(references)))
                .add(prices.request().orElse(BigDecimal.ZERO))
                .setScale(DECIMALS, RoundingMode.UP));
    }

    private static Optional<BigDecimal> picture(ProviderModel model) {
        var longest = model.text().flatMap(Capabilities.Text::maxCompletionTokens);
        var prices = model.prices();
        return prices.outputImage().or(() -> prices.completion()
                .flatMap(token -> token.signum() == 0
                        ? Optional.of(token)
                        : longest.map(tokens -> token.multiply(BigDecimal.valueOf(tokens)))));
    }

    private static BigDecimal words(Prices prices, String prompt) {
        int bytes = prompt.getBytes(StandardCharsets.UTF_8).length;
        return prices.prompt().orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(bytes));
    }
}
