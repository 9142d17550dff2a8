package org.atelier.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.atelier.provider.ProviderModel;

/**
 * What came and went with a refresh, by ids.
 *
 * @param at when the list had come
 * @param listed how many the provider lists now
 * @param added those that were never seen before
 * @param off those of them that stay switched off until an administrator decides
 * @param gone those that are listed no more
 * @param back those that were gone and are listed again
 * @param changed those whose price, name or abilities changed
 */
record RefreshReport(
        Instant at,
        int listed,
        List<String> added,
        List<String> off,
        List<String> gone,
        List<String> back,
        List<String> changed) {

    /** How things stood before. */
    record Counting(Map<String, CatalogueModel> known, Set<String> seen, int listed) {
        Counting(Map<String, CatalogueModel> known, Set<String> seen, List<ProviderModel> listed) {
            this(Map.copyOf(known), Set.copyOf(seen), listed.size());
        }

        RefreshReport after(Collection<CatalogueModel> changes, Set<String> off) {
            return new RefreshReport(
                    Instant.now(),
                    listed,
                    ids(changes, model -> !seen.contains(model.id())),
                    off.stream().sorted().toList(),
                    ids(changes, model -> !model.available()),
                    ids(changes, model -> model.available() && wasGone(model)),
                    ids(changes, model -> model.available() && seen.contains(model.id()) && !wasGone(model)));
        }

        private boolean wasGone(CatalogueModel model) {
            return known.containsKey(model.id()) && !known.get(model.id()).available();
        }

        private static List<String> ids(Collection<CatalogueModel> changes, Predicate<CatalogueModel> which) {
            return changes.stream()
                    .filter(which)
                    .map(CatalogueModel::id)
                    .sorted()
                    .toList();
        }
    }
}
