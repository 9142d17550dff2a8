package org.atelier.catalogue;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.web.Role;

/**
 * The catalogue at one moment, never changed: what the provider lists, what administrators decided, and what follows from both for each
 * role. Models of the demonstration count only while the demonstration answers, and those of a provider only while it does.
 */
final class Snapshot {
    private static final Comparator<CatalogueModel> NEWEST_FIRST = Comparator.comparing(
                    (CatalogueModel model) -> model.definition().created().orElse(Instant.EPOCH))
            .reversed()
            .thenComparing(model -> model.definition().name())
            .thenComparing(CatalogueModel::id);

    private final Map<String, CatalogueModel> byId;
    private final List<CatalogueModel> all;
    private final Choices choices;
    private final Map<Role, Offer> offers = new EnumMap<>(Role.class);

    Snapshot(List<CatalogueModel> models, Choices choices, boolean demo, Instant now) {
        this.choices = choices;
        byId = models.stream().collect(Collectors.toMap(CatalogueModel::id, Function.identity()));
        all = models.stream()
                .filter(model -> model.demo() == demo)
                .sorted(Comparator.comparing(CatalogueModel::available)
                        .reversed()
                        .thenComparing(NEWEST_FIRST))
                .toList();
        for (var role : Role.values()) {
            var allowed = all.stream()
                    .filter(model -> choices.of(model.id()).allows(role))
                    .map(this::used)
                    .toList();
            offers.put(role, new Offer(allowed, choices, now));
        }
    }

    /** @return the model with what administrators decided of it */
    CatalogueModel used(CatalogueModel listed) {
        return choices.of(listed.id()).of(listed);
    }

    /** @return a model that is or was listed, whoever may use it */
    Optional<CatalogueModel> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(this::used);
    }

    /** What the provider lists, then what it listed once, as it says it; the newest first. */
    List<CatalogueModel> all() {
        return all;
    }

    /** What the provider lists now. */
    List<CatalogueModel> listed() {
        return all.stream().filter(CatalogueModel::available).toList();
    }

    /** @return how many of those people can choose from */
    long enabled() {
        return listed().stream().filter(model -> choices.of(model.id()).on()).count();
    }

    /** Whether an administrator has looked at these models: one is switched on or off, or is the usual one. */
    boolean curated() {
        return all.stream()
                .anyMatch(model -> choices.of(model.id()).enabled().isPresent()
                        || choices.defaults().containsValue(model.id()));
    }

    Choices choices() {
        return choices;
    }

    Offer to(Role role) {
        return offers.get(role);
    }
}
