package org.atelier.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atelier.provider.Modality;
import org.atelier.provider.Prices;
import org.atelier.provider.ProviderModel;

/** Text models to choose from. */
final class Models {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private Models() {}

    /** @param price of a token, in or out; null: unknown */
    static CatalogueModel text(String id, String price, String created) {
        return model(id, price, created, Optional.empty(), Set.of(Modality.TEXT));
    }

    static CatalogueModel model(
            String id, String price, String created, Optional<LocalDate> expires, Set<Modality> outputs) {
        var token = Optional.ofNullable(price).map(BigDecimal::new);
        var prices = new Prices(
                token, token, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
        var definition = new ProviderModel(
                id,
                id,
                "The " + id,
                "Sings.",
                Optional.ofNullable(created).map(day -> Instant.parse(day + "T00:00:00Z")),
                expires,
                Optional.empty(),
                Set.of(Modality.TEXT),
                outputs,
                prices,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new CatalogueModel(definition, true, false);
    }
}
