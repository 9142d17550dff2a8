package org.atelier.overview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The disk that holds the data folder.
 *
 * @param freeBytes that we may use; null: it does not say
 * @param totalBytes null: it does not say
 */
public record Disk(Optional<Long> freeBytes, Optional<Long> totalBytes) {

    static Disk of(Path folder) {
        try {
            var disk = Files.getFileStore(folder);
            return new Disk(Optional.of(disk.getUsableSpace()), Optional.of(disk.getTotalSpace()));
        } catch (IOException gone) {
            return new Disk(Optional.empty(), Optional.empty());
        }
    }
}
