package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Refuses what a film model does not declare, as the real one does. */
final class FilmRules {

    private static final Map<String, String> LISTS = Map.of(
            "duration", "supported_durations",
            "resolution", "supported_resolutions",
            "aspect_ratio", "supported_aspect_ratios",
            "size", "supported_sizes");

    private FilmRules() {}

    /** @return what is wrong with the request */
    static Optional<String> broken(JsonNode json, JsonNode declared) {
        for (Map.Entry<String, String> rule : LISTS.entrySet()) {
            JsonNode wanted = json.path(rule.getKey());
            if (!wanted.isMissingNode() && !contains(declared.path(rule.getValue()), wanted.asText())) {
                return Optional.of(rule.getKey() + " " + wanted.asText() + " is not supported by this model");
            }
        }
        for (JsonNode frame : json.path("frame_images")) {
            String place = frame.path("frame_type").asText();
            if (!contains(declared.path("supported_frame_images"), place)) {
                return Optional.of(place + " is not supported by this model");
            }
        }
        if (json.path("generate_audio").asBoolean()
                && !declared.path("generate_audio").asBoolean()) {
            return Optional.of("This model makes silent films");
        }
        if (json.has("seed") && !declared.path("seed").asBoolean()) {
            return Optional.of("seed is not supported by this model");
        }
        boolean nothing = json.path("prompt").asText().isBlank()
                && json.path("frame_images").isEmpty();
        return nothing ? Optional.of("prompt is required") : Optional.empty();
    }

    private static boolean contains(JsonNode list, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(one -> one.asText().equals(value));
    }
}
