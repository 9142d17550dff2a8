package org.atelier.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.atelier.provider.ProviderModel;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;

/**
 * Which models that nobody has seen before stay switched off. Once administrators have chosen among the models, those that come later
 * wait for a choice too, or a price nobody looked at would be open to everybody over night; but a list in which nothing is
 * known is another provider's, and switching all of that off would leave people with nothing.
 */
record NewModels(Optional<Boolean> enabled) {
    static final NewModels AUTOMATIC = new NewModels(Optional.empty());

    static NewModels of(Settings settings) {
        return new NewModels(settings.given(Setting.NEW_MODELS).map("enabled"::equalsIgnoreCase));
    }

    /** @return ids */
    Set<String> off(
            Collection<CatalogueModel> known,
            Choices choices,
            boolean demo,
            List<ProviderModel> listed,
            Set<String> seen) {
        if (enabled.orElseGet(() -> !(curated(known, choices, demo) && anyKnown(listed, seen)))) {
            return Set.of();
        }
        return listed.stream()
                .map(ProviderModel::id)
                .filter(id -> !seen.contains(id) && choices.of(id).enabled().isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean curated(Collection<CatalogueModel> known, Choices choices, boolean demo) {
        return known.stream()
                .anyMatch(model ->
                        model.demo() == demo && choices.of(model.id()).enabled().isPresent());
    }

    private static boolean anyKnown(List<ProviderModel> listed, Set<String> seen) {
        return listed.stream().anyMatch(model -> seen.contains(model.id()));
    }
}
