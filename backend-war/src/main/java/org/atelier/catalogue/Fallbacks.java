package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.atelier.provider.Modality;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;

/** The models that may answer when the chosen one cannot, as the operator ordered them. */
@ApplicationScoped
public class Fallbacks {
    @Inject
    private Settings settings;

    @Inject
    private ProviderConnection provider;

    @Inject
    private Catalogue catalogue;

    /** For the container's proxy. */
    protected Fallbacks() {}

    public Fallbacks(Settings settings, ProviderConnection provider, Catalogue catalogue) {
        this.settings = settings;
        this.provider = provider;
        this.catalogue = catalogue;
    }

    /** @return those that this person may use now, without the chosen one; none where the provider does not know of fallbacks */
    public List<CatalogueModel> of(UUID person, CatalogueModel chosen) {
        if (!provider.dialect().fallsBack()) {
            return List.of();
        }
        var offered = catalogue.offeredTo(person);
        return settings.text(Setting.FALLBACK_MODELS).stream()
                .flatMap(ids -> Arrays.stream(ids.split(",")))
                .map(String::strip)
                .filter(id -> !id.equals(chosen.id()))
                .flatMap(id -> offered.stream().filter(model -> model.id().equals(id)))
                .filter(model -> model.makes(Modality.TEXT))
                .toList();
    }
}
