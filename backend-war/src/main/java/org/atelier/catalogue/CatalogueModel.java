package org.atelier.catalogue;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.atelier.provider.Modality;
import org.atelier.provider.ProviderModel;

/**
 * A model as this installation knows it.
 *
 * @param definition as the provider listed it last
 * @param available false once the provider lists it no more; it is kept because old messages name it
 * @param demo whether the demonstration listed it
 */
public record CatalogueModel(ProviderModel definition, boolean available, boolean demo) {

    public CatalogueModel {
        Objects.requireNonNull(definition);
    }

    public String id() {
        return definition.id();
    }

    public boolean makes(Modality output) {
        return definition.outputModalities().contains(output);
    }

    /** @return US dollars for so many tokens; absent when a price that matters is unknown */
    public Optional<BigDecimal> priceOf(long promptTokens, long completionTokens) {
        var prices = definition.prices();
        return prices.prompt()
                .flatMap(in -> prices.completion().map(out -> in.multiply(BigDecimal.valueOf(promptTokens))
                        .add(out.multiply(BigDecimal.valueOf(completionTokens)))))
                .map(tokens -> tokens.add(prices.request().orElse(BigDecimal.ZERO)));
    }

    CatalogueModel gone() {
        return new CatalogueModel(definition, false, demo);
    }
}
