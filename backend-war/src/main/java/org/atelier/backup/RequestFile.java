package org.atelier.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.atelier.audit.Actor;
import org.atelier.web.Problem;

/**
 * How {@code bin/backup} asks: a file in the data folder. Whoever can write there owns everything in it already. The file goes when it was seen, and
 * the answer is a file beside it: {@code made …} or {@code failed …}.
 */
final class RequestFile {
    static final String NAME = "backup-now";
    static final String ANSWER = "backup-now.answer";
    private static final System.Logger LOG = System.getLogger(RequestFile.class.getName());

    private final Path data;
    private final Backups backups;

    RequestFile(Path data, Backups backups) {
        this.data = data;
        this.backups = backups;
    }

    void look() {
        var file = data.resolve(NAME);
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
                begin();
            }
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "The file {0} cannot be answered: {1}", file, failed.toString());
        }
    }

    private void begin() {
        try {
            backups.begin(MadeBy.COMMAND, Actor.system(), this::ended);
        } catch (Problem refused) {
            answer("failed " + refused.detail());
        }
    }

    /** Tells whoever waits. */
    void ended(BackupView view) {
        answer(view.error()
                .map(problem -> "failed " + problem.path("detail").asText())
                .orElseGet(() -> "made " + backups.place(view.id())));
    }

    private void answer(String line) {
        try {
            var aside = Files.writeString(data.resolve(ANSWER + ".new"), line + "\n");
            Files.move(aside, data.resolve(ANSWER), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "A backup''s end cannot be told: {0}", failed.toString());
        }
    }
}
