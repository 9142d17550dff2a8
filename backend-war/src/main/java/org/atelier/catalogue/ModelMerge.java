package org.atelier.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.provider.ProviderModel;

/** Brings a fresh list of the provider together with what is known: the database first, then memory. */
final class ModelMerge {
    private static final System.Logger LOG = System.getLogger(ModelMerge.class.getName());

    private final ModelTable table;
    private final Catalogue catalogue;
    private final Map<String, CatalogueModel> known = new LinkedHashMap<>();

    ModelMerge(ModelTable table, Catalogue catalogue) {
        this.table = table;
        this.catalogue = catalogue;
    }

    /** Offers what the database knows, until the provider has been asked. */
    void load(boolean demo) {
        known.clear();
        table.all().forEach(model -> known.put(model.id(), model));
        publish(demo);
    }

    /** @throws EmptyList and nothing changes */
    void take(List<ProviderModel> listed, boolean demo) {
        if (listed.isEmpty()) {
            throw new EmptyList();
        }
        var changed = changes(listed, demo);
        table.store(changed);
        changed.forEach(model -> known.put(model.id(), model));
        publish(demo);
        if (!changed.isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} models are offered; {1} entries changed.",
                    catalogue.snapshot().listed().stream()
                            .filter(CatalogueModel::available)
                            .count(),
                    changed.size());
        }
    }

    private List<CatalogueModel> changes(List<ProviderModel> listed, boolean demo) {
        var changed = new ArrayList<CatalogueModel>();
        var ids = new HashSet<String>();
        for (var definition : listed) {
            var model = new CatalogueModel(definition, true, demo);
            ids.add(model.id());
            if (!model.equals(known.get(model.id()))) {
                changed.add(model);
            }
        }
        known.values().stream()
                .filter(model -> model.demo() == demo && model.available() && !ids.contains(model.id()))
                .map(CatalogueModel::gone)
                .forEach(changed::add);
        return changed;
    }

    private void publish(boolean demo) {
        catalogue.publish(new Snapshot(List.copyOf(known.values()), demo, Instant.now()));
    }

    /** A provider that lists nothing has a bad moment: believing it would take every model away from everybody. */
    static final class EmptyList extends RuntimeException {
        EmptyList() {
            super("The provider listed no models.");
        }
    }
}
