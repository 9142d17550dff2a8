package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
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

    /** @return those that can be used now, without the chosen one; none where the provider does not know of fallbacks */
    public List<CatalogueModel> of(CatalogueModel chosen) {
        if (!provider.dialect().fallsBack()) {
            return List.of();
        }
        return settings.text(Setting.FALLBACK_MODELS).stream()
                .flatMap(ids -> Arrays.stream(ids.split(",")))
                .map(String::strip)
                .filter(id -> !id.equals(chosen.id()))
                .flatMap(id -> catalogue.snapshot().usable(id).stream())
                .filter(model -> model.makes(Modality.TEXT))
                .toList();
    }
}
