package org.atelier.images;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Json;
import org.atelier.web.Problem;

/**
 * What somebody wants drawn.
 *
 * @param model what the catalogue offers when absent
 * @param n how many pictures; 1 when absent
 * @param size pixels as {@code 1536x1024}, instead of the next two
 * @param imageSize a tier as {@code 2K}
 * @param referenceMediaIds own pictures to start from
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImageWish(
        Optional<String> model,
        String prompt,
        Optional<Integer> n,
        Optional<String> size,
        Optional<String> aspectRatio,
        Optional<String> imageSize,
        List<UUID> referenceMediaIds,
        Optional<Long> seed) {
    private static final int LONGEST_PROMPT = 32_000;
    private static final int LONGEST_WORD = 200;

    public ImageWish {
        model = word("model", model);
        size = word("size", size);
        aspectRatio = word("aspect_ratio", aspectRatio);
        imageSize = word("image_size", imageSize);
        n = absent(n);
        seed = absent(seed);
        referenceMediaIds = referenceMediaIds == null
                ? List.of()
                : referenceMediaIds.stream().distinct().toList();
        if (prompt == null || prompt.isBlank()) {
            throw Problem.field("prompt", "must not be empty");
        }
        if (prompt.length() > LONGEST_PROMPT || prompt.indexOf('\0') >= 0) {
            throw Problem.field("prompt", "may have at most " + LONGEST_PROMPT + " characters, and none that is NUL");
        }
        if (size.isPresent() && (aspectRatio.isPresent() || imageSize.isPresent())) {
            throw Problem.field("size", "says it all; leave out aspect_ratio and image_size, or size");
        }
    }

    private static Optional<String> word(String field, Optional<String> value) {
        var given = absent(value);
        if (given.filter(text -> text.isBlank() || text.length() > LONGEST_WORD).isPresent()) {
            throw Problem.field(field, "must have 1 to " + LONGEST_WORD + " characters");
        }
        return given;
    }

    /** A field that is missing in JSON comes as null, one that is null there as empty. */
    private static <T> Optional<T> absent(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    int count() {
        return n.orElse(1);
    }

    /** The same of a model that has been chosen. */
    ImageWish of(String chosen) {
        return new ImageWish(Optional.of(chosen), prompt, n, size, aspectRatio, imageSize, referenceMediaIds, seed);
    }

    JsonNode json() {
        return Json.MAPPER.valueToTree(this);
    }

    static ImageWish of(JsonNode json) {
        try {
            return Json.MAPPER.treeToValue(json, ImageWish.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Prompts are never logged. */
    @Override
    public String toString() {
        return "ImageWish[" + model.orElse("") + ", " + count() + "]";
    }
}
