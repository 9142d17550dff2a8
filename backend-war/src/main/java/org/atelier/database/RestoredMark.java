package org.atelier.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A backup's manifest in the data folder says that a backup was put there, by {@code bin/restore} or by hand. It stays until a start has come to
 * its end, so that one that is killed half way counts as none.
 */
record RestoredMark(Path file) {
    static RestoredMark in(Path data) {
        return new RestoredMark(data.resolve("manifest.json"));
    }

    boolean isThere() {
        return Files.exists(file);
    }

    /** @throws UncheckedIOException if it cannot be removed: each further start would take what waits for a backup's */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("The file " + file + " of the restored backup cannot be removed.", failed);
        }
    }
}
