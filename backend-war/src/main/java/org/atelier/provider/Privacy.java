package org.atelier.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator asks of those who serve the models behind the provider.
 *
 * @param dataCollection {@code deny} leaves out who stores or trains on what they get, {@code allow} says that they may
 * @param zeroRetention whether only those may answer who keep nothing
 */
public record Privacy(Optional<String> dataCollection, boolean zeroRetention) {
    public static final Privacy UNSAID = new Privacy(Optional.empty(), false);

    /** The {@code provider} object of a request; empty when nothing was said. */
    Map<String, Object> wire() {
        Map<String, Object> fields = new LinkedHashMap<>();
        dataCollection.ifPresent(word -> fields.put("data_collection", word));
        if (zeroRetention) {
            fields.put("zdr", true);
        }
        return fields;
    }
}
