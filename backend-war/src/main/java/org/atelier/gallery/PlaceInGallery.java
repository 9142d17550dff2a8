package org.atelier.gallery;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.atelier.web.Problem;

/**
 * Where an item stands in the list. By the moment first: the database knows which moments a block of rows holds, but not which ids, so
 * a page of a million items reads one block instead of all of them.
 */
record PlaceInGallery(Instant createdAt, UUID id) {
    /** Of its key. */
    static final int COLUMNS = 2;

    static PlaceInGallery of(GalleryRow row) {
        return new PlaceInGallery(row.createdAt(), row.id());
    }

    /** @throws Problem 422 when the key is none of {@link #key} */
    static PlaceInGallery of(List<String> key) {
        try {
            return new PlaceInGallery(Instant.parse(key.get(0)), UUID.fromString(key.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException tampered) {
            throw Problem.field("cursor", "is not one that this list gave out; start again without it");
        }
    }

    List<String> key() {
        return List.of(createdAt.toString(), id.toString());
    }
}
