package org.atelier.media;

import java.time.Instant;
import java.util.UUID;

/**
 * A picture on disk.
 *
 * @param width pixels
 * @param sha256 hexadecimal, of the file as it is served
 * @param opaque whether nothing of it is transparent
 */
public record MediaFile(
        UUID id,
        PictureType type,
        int width,
        int height,
        long bytes,
        String sha256,
        boolean opaque,
        Instant createdAt) {

    PictureType thumbnailType() {
        return opaque ? PictureType.JPEG : PictureType.PNG;
    }
}
