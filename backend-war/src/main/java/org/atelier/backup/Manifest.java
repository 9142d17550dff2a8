package org.atelier.backup;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a backup says of itself; {@code manifest.json}.
 *
 * @param format of the folder; a reader refuses a higher one
 * @param userId who asked for it, where somebody did
 * @param moment the database is as it was then, and the other files are what it names
 * @param missing files that the database named and that were gone already
 * @param rows of each table
 */
record Manifest(
        int format,
        String id,
        MadeBy madeBy,
        Optional<UUID> userId,
        Instant startedAt,
        Instant moment,
        Instant finishedAt,
        long files,
        long bytes,
        long missing,
        Map<String, Long> rows) {
    static final int FORMAT = 1;
}
