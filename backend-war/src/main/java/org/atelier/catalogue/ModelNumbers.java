package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The models in a few numbers, from memory. */
@ApplicationScoped
public class ModelNumbers {
    private final Catalogue catalogue;
    private final CatalogueRefresh refresh;

    @Inject
    ModelNumbers(Catalogue catalogue, CatalogueRefresh refresh) {
        this.catalogue = catalogue;
        this.refresh = refresh;
    }

    /** For the container's proxy only. */
    protected ModelNumbers() {
        this(null, null);
    }

    /**
     * @param listed how many the provider lists
     * @param enabled how many of those people can choose from
     * @param curated whether an administrator has switched any of them on or off, or chosen one for all
     * @param refreshedAt when the provider's list came last; null: not since the start
     */
    public record Listed(long listed, long enabled, boolean curated, Optional<Instant> refreshedAt) {}

    public Listed listed() {
        var now = catalogue.snapshot();
        return new Listed(
                now.listed().size(),
                now.enabled(),
                now.curated(),
                refresh.last().map(RefreshReport::at));
    }
}
