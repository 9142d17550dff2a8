package org.atelier.gallery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A row of the table {@code gallery}. */
record GalleryRow(
        UUID id,
        Making making,
        boolean starred,
        Optional<String> album,
        Instant createdAt,
        Optional<Instant> deletedAt) {}
