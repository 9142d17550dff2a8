package org.atelier.media;

import java.io.IOException;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** What a disk that does not do its work means for who waits for it. */
final class Disk {
    private static final System.Logger LOG = System.getLogger(Disk.class.getName());

    private Disk() {}

    interface Work<T> {
        T run() throws IOException;
    }

    /** @throws Problem 507 when there is no room, 503 when it cannot be written or read for another reason */
    static <T> T using(Work<T> work) {
        try {
            return work.run();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.ERROR, "A picture could not be stored or read: {0}", failed.toString());
            throw problem(failed);
        }
    }

    private static Problem problem(IOException failed) {
        var words = String.valueOf(failed.getMessage());
        boolean full = words.contains("No space left") || words.contains("Disk quota exceeded");
        return full
                ? Problem.of(
                        ProblemType.STORAGE_FULL,
                        "The server has no room left for pictures, so this one was not stored. Tell an administrator.")
                : Problem.of(
                        ProblemType.UNAVAILABLE,
                        "The server's folder for pictures cannot be used, so nothing was stored. Tell an administrator.");
    }
}
