package org.atelier.provider;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a model made.
 *
 * @param pictures files with the bytes as they came, which nobody has looked at yet; at least one
 * @param missing how many more were asked for
 */
public record ImageAnswer(
        List<Path> pictures, int missing, String model, Optional<String> generationId, Optional<Usage> usage) {

    public ImageAnswer {
        pictures = List.copyOf(pictures);
    }
}
