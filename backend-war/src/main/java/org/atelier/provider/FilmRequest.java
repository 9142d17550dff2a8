package org.atelier.provider;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked of a model that makes films. Only what was set is sent; what the model declares in
 * {@link Capabilities.Video} is for the caller to check.
 *
 * @param prompt may be empty for a model that only sets a picture in motion
 * @param duration whole seconds
 * @param size a pixel size as {@code 1280x720}, instead of resolution and aspect ratio
 * @param audio whether the film gets sound; absent: as the model does by itself
 * @param firstFrame the picture that the film begins with, as {@code data:image/…;base64,…}
 * @param lastFrame the picture that it ends with, likewise
 * @param user a stable pseudonym of the person, never an e-mail address
 */
public record FilmRequest(
        ProviderModel model,
        String prompt,
        Optional<Integer> duration,
        Optional<String> resolution,
        Optional<String> aspectRatio,
        Optional<String> size,
        Optional<Long> seed,
        Optional<Boolean> audio,
        Optional<String> firstFrame,
        Optional<String> lastFrame,
        Optional<String> user) {

    public FilmRequest {
        Objects.requireNonNull(model);
        Objects.requireNonNull(prompt);
        if (!Stream.of(firstFrame, lastFrame)
                .flatMap(Optional::stream)
                .allMatch(url -> url.startsWith("data:image/"))) {
            throw new IllegalArgumentException("A frame is sent as a data URL");
        }
    }

    public static FilmRequest of(ProviderModel model, String prompt) {
        return new FilmRequest(
                model,
                prompt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Prompts are never logged. */
    @Override
    public String toString() {
        return "FilmRequest[" + model.id() + "]";
    }
}
