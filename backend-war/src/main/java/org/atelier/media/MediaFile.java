package org.atelier.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A picture or a film on disk.
 *
 * @param width pixels
 * @param sha256 hexadecimal, of the file as it is served
 * @param opaque whether nothing of it is transparent
 * @param duration of a film, where it is known
 */
public record MediaFile(
        UUID id,
        FileType type,
        int width,
        int height,
        long bytes,
        String sha256,
        boolean opaque,
        Optional<Duration> duration,
        Instant createdAt) {

    PictureType thumbnailType() {
        return opaque ? PictureType.JPEG : PictureType.PNG;
    }
}
