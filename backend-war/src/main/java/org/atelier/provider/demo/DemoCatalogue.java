package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
            addPictureModels(data);
            addFilmModels(data);
        }
        list.get("data").forEach(model -> models.put(model.path("id").asText(), model));
        list.put("total_count", models.size());
        list.putObject("links").putNull("next");
        all = list;
    }

    /** One that the special list leaves out is reached through the chat alone. */
    private void addPictureModels(ArrayNode data) {
        List<String> names =
                new ArrayList<>(List.of("bench/image-delay-20", "bench/image-delay-10000", "bench/image-delay-60000"));
        ImageFaults.names().forEach(names::add);
        for (String name : names) {
            data.add(pictureModel(name, "image"));
            ObjectNode details = ((ArrayNode) images.path("data"))
                    .addObject()
                    .put("id", name)
                    .put("name", "Test: " + name);
            ObjectNode parameters = details.putObject("supported_parameters");
            parameters.putObject("n").put("type", "range").put("min", 1).put("max", 4);
            parameters.putObject("seed").put("type", "range").put("min", 0).put("max", Integer.MAX_VALUE);
            parameters
                    .putObject("input_references")
                    .put("type", "range")
                    .put("min", 0)
                    .put("max", 2);
            parameters
                    .putObject("aspect_ratio")
                    .put("type", "enum")
                    .putArray("values")
                    .add("1:1")
                    .add("3:2")
                    .add("16:9");
            parameters
                    .putObject("size")
                    .put("type", "enum")
                    .putArray("values")
                    .add("320x200")
                    .add("64x64");
        }
        data.add(pictureModel("bench/chat-image-delay-20", "text", "image"));
    }

    private void addFilmModels(ArrayNode data) {
        List<String> names = new ArrayList<>(List.of(
                "bench/film-delay-20",
                "bench/film-delay-1500",
                "bench/film-delay-5000",
                "bench/film-delay-15000",
                "bench/film-delay-600000",
                "bench/film-delay-20-mb-100",
                "bench/film-delay-20-sized"));
        FilmFaults.names().forEach(names::add);
        for (String name : names) {
            data.add(filmModel(name));
            ObjectNode details = ((ArrayNode) videos.path("data"))
                    .addObject()
                    .put("id", name)
                    .put("name", "Test: " + name)
                    .put("generate_audio", false)
                    .put("seed", true)
                    .putNull("supported_resolutions")
                    .putNull("supported_sizes");
            details.putArray("supported_durations").add(2).add(4);
            chosenBy(name, details);
            details.putArray("supported_frame_images").add("first_frame").add("last_frame");
            details.putObject("pricing_skus").put("duration_seconds", "0.01");
        }
    }

    /** Most by their shape and silent; one by its pixels and with sound. */
    private static void chosenBy(String name, ObjectNode details) {
        if (name.endsWith("-sized")) {
            details.putArray("supported_sizes").add("160x96").add("96x160");
            details.put("generate_audio", true).putNull("supported_aspect_ratios");
        } else {
            details.putArray("supported_aspect_ratios").add("16:9").add("9:16").add("1:1");
        }
    }

    private static ObjectNode filmModel(String name) {
        ObjectNode model = testModel(name);
        ObjectNode architecture = (ObjectNode) model.get("architecture");
        architecture.putArray("input_modalities").add("text").add("image");
        architecture.putArray("output_modalities").add("video");
        model.putObject("pricing").put("prompt", "0").put("completion", "0");
        return model;
    }

    /** What the list says of a model that makes films. */
    Optional<JsonNode> film(String model) {
        return StreamSupport.stream(videos.path("data").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(model))
                .findFirst();
    }

    BigDecimal priceOfSecond(String model, String resolution) {
        JsonNode units = film(model).orElseThrow().path("pricing_skus");
        String unit = "duration_seconds_" + resolution;
        return price(units, units.has(unit) ? unit : "duration_seconds");
    }

    private static ObjectNode pictureModel(String name, String... outputs) {
        ObjectNode model = testModel(name);
        ObjectNode architecture = (ObjectNode) model.get("architecture");
        architecture.putArray("input_modalities").add("text").add("image");
        List.of(outputs).forEach(architecture.putArray("output_modalities")::add);
        model.putObject("pricing")
                .put("prompt", "0")
                .put("completion", "0")
                .put("image", "0")
                .put("image_output", "0.01");
        return model;
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
        return makes(model, "text");
    }

    boolean makesPictures(String model) {
        return makes(model, "image");
    }

    private boolean makes(String model, String kind) {
        JsonNode outputs =
                models.getOrDefault(model, Json.object()).path("architecture").path("output_modalities");
        return StreamSupport.stream(outputs.spliterator(), false)
                .anyMatch(output -> output.asText().equals(kind));
    }

    BigDecimal priceOfPicture(String model) {
        return price(models.get(model).path("pricing"), "image_output");
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
