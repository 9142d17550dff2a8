package org.atelier.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.provider.Modality;
import org.atelier.provider.ProviderModel;

/**
 * Brings together what is known, a fresh list of the provider, and what administrators decide: the database first, then memory. One after
 * the other, so that neither a refresh nor a decision works on what the other just changed.
 */
final class ModelMerge {
    private static final System.Logger LOG = System.getLogger(ModelMerge.class.getName());

    private final ModelTable table;
    private final ChoiceTable decisions;
    private final NewModels newModels;
    private final Catalogue catalogue;
    private final Map<String, CatalogueModel> known = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private Choices choices = Choices.NONE;
    private boolean demo;

    ModelMerge(ModelTable table, ChoiceTable decisions, NewModels newModels, Catalogue catalogue) {
        this.table = table;
        this.decisions = decisions;
        this.newModels = newModels;
        this.catalogue = catalogue;
    }

    /** Offers what the database knows, until the provider has been asked. */
    synchronized void load(boolean fromDemo) {
        known.clear();
        table.all().forEach(model -> known.put(model.id(), model));
        seen.addAll(table.ids());
        choices = decisions.all();
        demo = fromDemo;
        publish();
    }

    /**
     * @return what came and went
     * @throws EmptyList and nothing changes
     */
    synchronized RefreshReport take(List<ProviderModel> listed, boolean fromDemo) {
        if (listed.isEmpty()) {
            throw new EmptyList();
        }
        demo = fromDemo;
        var report = new RefreshReport.Counting(known, seen, listed);
        var off = newModels.off(known.values(), choices, demo, listed, seen);
        if (!off.isEmpty()) {
            // Before they are known: a kill between the two must not leave them offered.
            var switchedOff = new HashMap<String, Choice>();
            off.forEach(id -> switchedOff.put(id, choices.of(id).enabled(false)));
            decisions.store(switchedOff, null);
            choices = choices.with(switchedOff);
        }
        var changed = changes(listed);
        table.store(changed);
        changed.forEach(model -> {
            known.put(model.id(), model);
            seen.add(model.id());
        });
        publish();
        if (!changed.isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} models are listed; {1} entries changed, {2} new ones stay switched off.",
                    listed.size(),
                    changed.size(),
                    off.size());
        }
        return report.after(changed, off);
    }

    private List<CatalogueModel> changes(List<ProviderModel> listed) {
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

    synchronized void decide(Decision decision) {
        var next = decision.on(catalogue.snapshot());
        if (next.changed().isEmpty() && next.defaults() == null) {
            return;
        }
        decisions.store(next.changed(), next.defaults());
        choices = choices.with(next.changed());
        if (next.defaults() != null) {
            choices = choices.withDefaults(next.defaults());
        }
        publish();
    }

    private void publish() {
        catalogue.publish(new Snapshot(List.copyOf(known.values()), choices, demo, Instant.now()));
    }

    /** What administrators decide, worked out on the catalogue as it is then. */
    @FunctionalInterface
    interface Decision {
        /** @param defaults those of every kind from now on; null: they stay */
        record Outcome(Map<String, Choice> changed, Map<Modality, String> defaults) {}

        Outcome on(Snapshot now);
    }

    /** A provider that lists nothing has a bad moment: believing it would take every model away from everybody. */
    static final class EmptyList extends RuntimeException {
        EmptyList() {
            super("The provider listed no models.");
        }
    }
}
