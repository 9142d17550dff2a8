package org.atelier.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much the database takes on disk.
 *
 * @param bytes of its file; 0 where it is on another machine
 * @param logBytes of what is stored and not in the file yet
 * @param journalBytes of the journal of paid requests, which is made shorter by itself
 */
public record DatabaseSize(long bytes, long logBytes, long journalBytes) {

    /** @param folder the data folder */
    public static DatabaseSize in(Path folder) {
        return new DatabaseSize(
                size(folder.resolve("app.db")),
                size(folder.resolve("app.db.wal")),
                size(folder.resolve("intents.log")));
    }

    /** A file that is not there takes nothing, also one that goes this very moment. */
    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
