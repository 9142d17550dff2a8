package org.atelier.images;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.jobs.Wished;
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
    public ImageWish {
        model = Wished.word("model", model);
        size = Wished.word("size", size);
        aspectRatio = Wished.word("aspect_ratio", aspectRatio);
        imageSize = Wished.word("image_size", imageSize);
        n = Wished.absent(n);
        seed = Wished.absent(seed);
        referenceMediaIds = referenceMediaIds == null
                ? List.of()
                : referenceMediaIds.stream().distinct().toList();
        if (prompt == null || prompt.isBlank()) {
            throw Problem.field("prompt", "must not be empty");
        }
        Wished.checkPrompt(prompt);
        if (size.isPresent() && (aspectRatio.isPresent() || imageSize.isPresent())) {
            throw Problem.field("size", "says it all; leave out aspect_ratio and image_size, or size");
        }
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
