package org.atelier.frontend.admin.backups;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.atelier.frontend.backend.BackupsApi.Backup;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** A backup in the reader's words. */
public class BackupRow {

    private final Backup backup;

    BackupRow(Backup backup) {
        this.backup = backup;
    }

    /** Its folder's name too. */
    public String getId() {
        return backup.id();
    }

    public boolean isRunning() {
        return backup.state().equals("running");
    }

    public boolean isWhole() {
        return backup.state().equals("complete");
    }

    public String getState() {
        return switch (backup.state()) {
            case "running" -> Messages.text("admin.backups.running");
            case "complete" -> Messages.text("admin.backups.complete");
            case "failed" -> Messages.text("admin.backups.failed");
            default -> backup.state();
        };
    }

    /** How that looks: a style class. */
    public String getTone() {
        return isWhole() ? "good" : isRunning() ? "busy" : "bad";
    }

    public String getCreatedAt() {
        return backup.createdAt();
    }

    public String getCreated() {
        return Figures.moment(Instant.parse(backup.createdAt()));
    }

    /** Who or what made it. */
    public String getMaker() {
        return switch (backup.madeBy()) {
            case "command" -> Messages.text("admin.backups.by.command");
            case "schedule" -> Messages.text("admin.backups.by.schedule");
            default ->
                Optional.ofNullable(backup.user())
                        .flatMap(user -> Optional.ofNullable(user.email()))
                        .orElseGet(() -> Messages.text("admin.backups.by.nobody"));
        };
    }

    /** Null: nothing of it is there. */
    public String getSize() {
        return isWhole() ? Figures.bytes(backup.bytes()) : null;
    }

    public String getFiles() {
        return isWhole() ? Figures.count(backup.files()) : null;
    }

    /** How many files were gone before, as a sentence; null: none. */
    public String getMissing() {
        return backup.missing() == 0 ? null : Messages.text("admin.backups.missing", Figures.count(backup.missing()));
    }

    /** How long it took; null: it was never finished. */
    public String getTook() {
        return isWhole()
                ? Figures.took(Duration.between(Instant.parse(backup.createdAt()), Instant.parse(backup.finishedAt()))
                        .toMillis())
                : null;
    }

    /** Why nothing came of it; null: something did. */
    public String getWhy() {
        return backup.error() == null ? null : BackupNews.why(backup.error());
    }

    /** The same with what only the server knows, in its words; null: there is no more to say. */
    public String getDetail() {
        return backup.error() == null || BackupNews.saysAll(backup.error())
                ? null
                : backup.error().detail();
    }

    public long getDone() {
        return backup.done();
    }

    /** At least one byte, so that it can be a share. */
    public long getToDo() {
        return Math.max(1, backup.toDo());
    }

    public String getProgress() {
        return Messages.text("admin.backups.progress", Figures.bytes(backup.done()), Figures.bytes(backup.toDo()));
    }
}
