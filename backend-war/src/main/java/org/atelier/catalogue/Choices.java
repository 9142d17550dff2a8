package org.atelier.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.atelier.provider.Modality;

/** All that administrators decided about models, at one moment; never changed. */
record Choices(Map<String, Choice> byId, Map<Modality, String> defaults) {
    static final Choices NONE = new Choices(Map.of(), Map.of());

    Choices {
        byId = Map.copyOf(byId);
        defaults = Map.copyOf(defaults);
    }

    Choice of(String id) {
        return byId.getOrDefault(id, Choice.NONE);
    }

    Optional<String> defaultFor(Modality kind) {
        return Optional.ofNullable(defaults.get(kind));
    }

    Choices with(Map<String, Choice> changed) {
        var all = new HashMap<>(byId);
        all.putAll(changed);
        return new Choices(all, defaults);
    }

    Choices withDefaults(Map<Modality, String> changed) {
        return new Choices(byId, changed);
    }
}
