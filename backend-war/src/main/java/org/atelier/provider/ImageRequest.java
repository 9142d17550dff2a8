package org.atelier.provider;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of a model that makes pictures. Only what was set is sent.
 *
 * @param model as the catalogue knows it: what it declares decides through which door it is asked
 * @param count how many pictures; absent: one, without saying so
 * @param size a pixel size as {@code 1536x1024}
 * @param imageSize a tier as {@code 2K}
 * @param references pictures to start from, as {@code data:<type>;base64,…}
 * @param user a stable pseudonym of the person, never an e-mail address
 */
public record ImageRequest(
        ProviderModel model,
        String prompt,
        Optional<Integer> count,
        Optional<String> size,
        Optional<String> aspectRatio,
        Optional<String> imageSize,
        Optional<Long> seed,
        List<String> references,
        Optional<String> user) {

    public ImageRequest {
        Objects.requireNonNull(model);
        Objects.requireNonNull(prompt);
        references = List.copyOf(references);
        if (!references.stream().allMatch(url -> url.startsWith("data:image/"))) {
            throw new IllegalArgumentException("A reference is sent as a data URL");
        }
    }

    public static ImageRequest of(ProviderModel model, String prompt) {
        return new ImageRequest(
                model,
                prompt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** Prompts are never logged. */
    @Override
    public String toString() {
        return "ImageRequest[" + model.id() + ", " + count.orElse(1) + "]";
    }
}
