package org.atelier.videos;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.atelier.jobs.Wished;
import org.atelier.usage.FilmWish;
import org.atelier.web.Json;
import org.atelier.web.Problem;

/**
 * What film somebody wants.
 *
 * @param model what the catalogue offers when absent
 * @param prompt may be empty when there is a picture to set in motion
 * @param resolution a tier as {@code 720p}
 * @param size pixels as {@code 1280x720}, instead of resolution and aspect ratio
 * @param duration seconds
 * @param generateAudio absent: as the model likes
 * @param imageMediaId an own picture that the film begins with
 * @param lastImageMediaId one that it ends with
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VideoWish(
        Optional<String> model,
        String prompt,
        Optional<String> aspectRatio,
        Optional<String> resolution,
        Optional<String> size,
        Optional<Integer> duration,
        Optional<Long> seed,
        Optional<Boolean> generateAudio,
        Optional<UUID> imageMediaId,
        Optional<UUID> lastImageMediaId) {
    public VideoWish {
        model = Wished.word("model", model);
        aspectRatio = Wished.word("aspect_ratio", aspectRatio);
        resolution = Wished.word("resolution", resolution);
        size = Wished.word("size", size);
        duration = Wished.absent(duration);
        seed = Wished.absent(seed);
        generateAudio = Wished.absent(generateAudio);
        imageMediaId = Wished.absent(imageMediaId);
        lastImageMediaId = Wished.absent(lastImageMediaId);
        prompt = prompt == null ? "" : prompt;
        if (prompt.isBlank() && imageMediaId.isEmpty()) {
            throw Problem.field("prompt", "must not be empty where no picture is set in motion");
        }
        Wished.checkPrompt(prompt);
        if (size.isPresent() && (aspectRatio.isPresent() || resolution.isPresent())) {
            throw Problem.field("size", "says it all; leave out aspect_ratio and resolution, or size");
        }
    }

    /** @return the pictures that it names */
    List<UUID> pictures() {
        return Stream.of(imageMediaId, lastImageMediaId)
                .flatMap(Optional::stream)
                .toList();
    }

    /** @return what its price depends on */
    FilmWish priced() {
        return new FilmWish(
                duration, resolution, size, generateAudio, !pictures().isEmpty());
    }

    /** The same of a model that has been chosen. */
    VideoWish of(String chosen) {
        return new VideoWish(
                Optional.of(chosen),
                prompt,
                aspectRatio,
                resolution,
                size,
                duration,
                seed,
                generateAudio,
                imageMediaId,
                lastImageMediaId);
    }

    JsonNode json() {
        return Json.MAPPER.valueToTree(this);
    }

    static VideoWish of(JsonNode json) {
        try {
            return Json.MAPPER.treeToValue(json, VideoWish.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Prompts are never logged. */
    @Override
    public String toString() {
        return "VideoWish[" + model.orElse("") + "]";
    }
}
