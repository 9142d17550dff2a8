package org.atelier.backup;

import java.nio.file.Path;
import org.atelier.web.DiskProblems;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Why a backup failed, in a sentence that says what to do. */
final class Trouble {
    private Trouble() {}

    static Problem of(Exception failed, Path folder) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CopiedFile.NoRoom noRoom) {
                return Problem.of(
                        ProblemType.STORAGE_FULL,
                        "The disk of " + folder + " has no room for a backup: free "
                                + (noRoom.lacking() / (1 << 20) + 1)
                                + " MB there, delete old backups, or set BACKUP_DIR to another disk.");
            }
        }
        if (DiskProblems.isToBlame(failed)) {
            return Problem.of(
                    String.valueOf(failed.getMessage()).contains("No space left")
                            ? ProblemType.STORAGE_FULL
                            : ProblemType.UNAVAILABLE,
                    "The folder " + folder + " cannot be used for a backup (" + failed.getMessage()
                            + "): see that it can be written and has room, or set BACKUP_DIR to another one.");
        }
        return Problem.of(ProblemType.INTERNAL, "The backup failed; the server's log says why.");
    }
}
