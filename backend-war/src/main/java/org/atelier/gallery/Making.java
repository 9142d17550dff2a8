package org.atelier.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How an item came about.
 *
 * @param title as a name for it, of an upload the file's; made items have none of their own
 * @param parameters as the API takes them, so that the same can be asked again
 * @param cost US dollars; absent when nobody told
 */
public record Making(
        ItemKind kind,
        Optional<String> title,
        Optional<String> prompt,
        Optional<String> model,
        Optional<JsonNode> parameters,
        Optional<BigDecimal> cost) {

    public static Making upload(Optional<String> title) {
        return new Making(
                ItemKind.UPLOAD, title, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Making image(String prompt, String model, JsonNode parameters, Optional<BigDecimal> cost) {
        return made(ItemKind.IMAGE, prompt, model, parameters, cost);
    }

    public static Making film(String prompt, String model, JsonNode parameters, Optional<BigDecimal> cost) {
        return made(ItemKind.VIDEO, prompt, model, parameters, cost);
    }

    private static Making made(
            ItemKind kind, String prompt, String model, JsonNode parameters, Optional<BigDecimal> cost) {
        return new Making(
                kind, Optional.empty(), Optional.of(prompt), Optional.of(model), Optional.of(parameters), cost);
    }
}
