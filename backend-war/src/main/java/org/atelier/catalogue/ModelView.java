package org.atelier.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.atelier.provider.Modality;
import org.atelier.web.Money;

/**
 * A model as the API shows it.
 *
 * @param inputModalities what it understands: {@code text}, {@code image}, …
 * @param contextLength tokens of question and answer together; null: nobody knows
 * @param isDefault whether it is offered to the caller who has not chosen
 * @param available false: it was used here once, and the provider lists it no more
 * @param createdAt when the provider added it; null: nobody knows
 * @param expiresOn planned removal; null: none is known
 */
record ModelView(
        String id,
        String name,
        String description,
        List<String> inputModalities,
        List<String> outputModalities,
        Optional<Integer> contextLength,
        PriceView prices,
        CapabilityView capabilities,
        @JsonProperty("default") boolean isDefault,
        boolean available,
        Optional<Instant> createdAt,
        Optional<LocalDate> expiresOn) {

    /**
     * US dollars per single unit, as decimal strings; null: nobody knows, or it depends.
     *
     * @param prompt one token in
     * @param completion one token out
     * @param request one request, on top
     * @param reasoning one token of hidden reasoning
     * @param skus a film model's own price list
     */
    record PriceView(
            Optional<Money> prompt,
            Optional<Money> completion,
            Optional<Money> request,
            Optional<Money> inputImage,
            Optional<Money> outputImage,
            Optional<Money> reasoning,
            Map<String, Money> skus) {}

    static ModelView of(CatalogueModel model, boolean isDefault) {
        var definition = model.definition();
        return new ModelView(
                model.id(),
                definition.name(),
                definition.description(),
                words(definition.inputModalities()),
                words(definition.outputModalities()),
                definition.contextLength(),
                prices(model),
                CapabilityView.of(definition),
                isDefault,
                model.available(),
                definition.created(),
                definition.expires());
    }

    static PriceView prices(CatalogueModel model) {
        var prices = model.definition().prices();
        return new PriceView(
                money(prices.prompt()),
                money(prices.completion()),
                money(prices.request()),
                money(prices.inputImage()),
                money(prices.outputImage()),
                money(prices.reasoning()),
                prices.skus().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, sku -> new Money(sku.getValue()))));
    }

    private static Optional<Money> money(Optional<BigDecimal> amount) {
        return amount.map(Money::new);
    }

    private static List<String> words(Set<Modality> modalities) {
        return modalities.stream()
                .sorted(Comparator.naturalOrder())
                .map(modality -> modality.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
