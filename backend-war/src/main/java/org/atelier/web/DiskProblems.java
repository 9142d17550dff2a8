package org.atelier.web;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** What a disk that does not do its work means for who waits for it. */
public final class DiskProblems {
    private static final List<String> FULL = List.of("No space left", "Disk quota exceeded", "File too large");
    private static final List<String> CLOSED =
            List.of("Read-only file system", "Permission denied", "Input/output error");

    private DiskProblems() {}

    /** @return whether the disk is to blame, and not who was sending or reading */
    public static boolean isToBlame(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            var words = String.valueOf(cause.getMessage());
            if (FULL.stream().anyMatch(words::contains)
                    || CLOSED.stream().anyMatch(words::contains)
                    || cause instanceof java.nio.file.FileSystemException) {
                return true;
            }
        }
        return false;
    }

    /** @return 507 when there is no room, 404 when the file is gone, 503 when it cannot be written or read for another reason */
    public static Problem of(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return Problem.of(
                    ProblemType.NOT_FOUND, "The file of this picture is missing on the server. Tell an administrator.");
        }
        return isFull(failed)
                ? Problem.of(
                        ProblemType.STORAGE_FULL,
                        "The server has no room left for pictures, so this one was not stored. Tell an administrator.")
                : Problem.of(
                        ProblemType.UNAVAILABLE,
                        "The server's folder for pictures cannot be used, so nothing was stored. Tell an administrator.");
    }

    private static boolean isFull(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            var words = String.valueOf(cause.getMessage());
            if (FULL.stream().anyMatch(words::contains)) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #of}, of something that was made for money. */
    public static Problem ofPaid(Throwable failed) {
        return isFull(failed)
                ? Problem.of(
                        ProblemType.STORAGE_FULL,
                        "What the model made came, and the server has no room left to store it. It was paid for. Tell an administrator.")
                : Problem.of(
                        ProblemType.UNAVAILABLE,
                        "What the model made came, and the server's folder for pictures cannot be used. It was paid for. Tell an administrator.");
    }
}
