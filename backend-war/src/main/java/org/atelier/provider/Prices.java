package org.atelier.provider;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * US dollars per single unit. What a provider does not tell, or tells as negative ("depends"), is absent, never 0.
 *
 * @param prompt one input token
 * @param completion one output token
 * @param request one request, on top
 * @param inputImage one picture in
 * @param outputImage one picture out
 * @param reasoning one hidden reasoning token
 * @param skus a film model's own price list, by the provider's name of the unit
 */
public record Prices(
        Optional<BigDecimal> prompt,
        Optional<BigDecimal> completion,
        Optional<BigDecimal> request,
        Optional<BigDecimal> inputImage,
        Optional<BigDecimal> outputImage,
        Optional<BigDecimal> reasoning,
        Map<String, BigDecimal> skus) {

    public static final Prices UNKNOWN = new Prices(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    public Prices {
        skus = Map.copyOf(skus);
    }
}
