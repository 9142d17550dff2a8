package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The three model lists, kept ready to send, and the prices in them. */
final class DemoCatalogue {

    private final boolean withTestModels;
    private final Map<String, JsonNode> models = new HashMap<>();
    private final JsonNode all;
    private final JsonNode images = Json.resource("image-models.json");
    private final JsonNode videos = Json.resource("video-models.json");

    DemoCatalogue(boolean withTestModels) {
        this.withTestModels = withTestModels;
        ObjectNode list = (ObjectNode) Json.resource("models.json");
        if (withTestModels) {
            ArrayNode data = (ArrayNode) list.get("data");
            Bench.NAMES.forEach(name -> data.add(testModel(name)));
            Faults.names().forEach(name -> data.add(testModel(name)));
        }
        list.get("data").forEach(model -> models.put(model.path("id").asText(), model));
        list.put("total_count", models.size());
        list.putObject("links").putNull("next");
        all = list;
    }

    private static ObjectNode testModel(String name) {
        ObjectNode model =
                Json.object().put("id", name).put("canonical_slug", name).put("name", "Test: " + name);
        model.put("created", 1700000000)
                .put("description", "Exists for tests only.")
                .put("context_length", 131072);
        ObjectNode architecture = model.putObject("architecture");
        architecture.putArray("input_modalities").add("text");
        architecture.putArray("output_modalities").add("text");
        model.putObject("pricing").put("prompt", "0.000001").put("completion", "0.000002");
        model.putObject("top_provider").put("max_completion_tokens", 8192).put("is_moderated", false);
        return model;
    }

    boolean hasTestModels() {
        return withTestModels;
    }

    JsonNode images() {
        return images;
    }

    JsonNode videos() {
        return videos;
    }

    /** As the real one does: text models alone, unless other outputs are asked for. */
    JsonNode models(Optional<String> outputModalities) {
        String wanted = outputModalities.orElse("text");
        if (wanted.equals("all")) {
            return all;
        }
        ObjectNode list = all.deepCopy();
        ArrayNode data = list.putArray("data");
        all.get("data").forEach(model -> {
            boolean makes = StreamSupport.stream(
                            model.path("architecture").path("output_modalities").spliterator(), false)
                    .anyMatch(output -> Arrays.asList(wanted.split(",")).contains(output.asText()));
            if (makes) {
                data.add(model);
            }
        });
        return list.put("total_count", data.size());
    }

    boolean writesText(String model) {
        JsonNode outputs =
                models.getOrDefault(model, Json.object()).path("architecture").path("output_modalities");
        return StreamSupport.stream(outputs.spliterator(), false)
                .anyMatch(output -> output.asText().equals("text"));
    }

    boolean thinks(String model) {
        return models.get(model).has("reasoning");
    }

    BigDecimal cost(String model, int promptTokens, int completionTokens) {
        JsonNode pricing = models.get(model).path("pricing");
        return price(pricing, "prompt")
                .multiply(BigDecimal.valueOf(promptTokens))
                .add(price(pricing, "completion").multiply(BigDecimal.valueOf(completionTokens)));
    }

    private static BigDecimal price(JsonNode pricing, String unit) {
        return new BigDecimal(pricing.path(unit).asText("0")).max(BigDecimal.ZERO);
    }
}
