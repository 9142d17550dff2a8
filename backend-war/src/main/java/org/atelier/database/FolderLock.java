package org.atelier.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One process owns the data folder, as long as it runs. DuckDB locks its file too, but with a lock that the process loses as soon as
 * anything else in it opens and closes that file, such as the copy before an upgrade.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws DatabaseUnusable with a sentence that says what to do when another process owns the folder */
    static FolderLock of(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel =
                    FileChannel.open(folder.resolve("app.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw new DatabaseUnusable(
                        "Another backend already uses " + folder
                                + ": stop it first. One process owns the database file; a second one needs a DATA_DIR of its own.",
                        null);
            }
            return new FolderLock(channel, lock);
        } catch (IOException unusable) {
            throw new DatabaseUnusable(
                    "The data folder " + folder + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
