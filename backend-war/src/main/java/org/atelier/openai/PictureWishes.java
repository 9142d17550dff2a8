package org.atelier.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.atelier.images.ImageWish;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.Problems;

/** The protocol's words for a wish of pictures, as ours. What asks for something that is not offered is refused, what only asks for the usual is not. */
final class PictureWishes {
    private static final Set<String> OURS =
            Set.of("model", "prompt", "n", "size", "aspect_ratio", "image_size", "seed");
    private static final Set<String> USUAL = Set.of("auto", "standard", "opaque", "vivid", "png");

    private PictureWishes() {}

    static ImageWish of(ObjectNode body) {
        var wish = Json.MAPPER.createObjectNode();
        body.properties().forEach(field -> {
            var value = field.getValue();
            if (OURS.contains(field.getKey())) {
                if (!value.asText().equals("auto")) {
                    wish.set(field.getKey(), value);
                }
            } else if (!value.isNull()) {
                check(field.getKey(), value);
            }
        });
        try {
            return Json.MAPPER.treeToValue(wish, ImageWish.class);
        } catch (JsonProcessingException wrong) {
            throw Problems.from(wrong, "-");
        }
    }

    private static void check(String name, JsonNode value) {
        switch (name) {
            case "user" -> {}
            case "response_format" ->
                require(
                        name,
                        value.asText().equals("b64_json"),
                        "must be b64_json: pictures are here for their owner only");
            case "stream" -> require(name, !value.asBoolean(), "must be false");
            case "quality", "style", "background", "moderation", "output_format" ->
                require(name, USUAL.contains(value.asText()), "can be left to the model only");
            default -> throw Problem.field(name, "is not offered here");
        }
    }

    private static void require(String name, boolean holds, String otherwise) {
        if (!holds) {
            throw Problem.field(name, otherwise);
        }
    }
}
