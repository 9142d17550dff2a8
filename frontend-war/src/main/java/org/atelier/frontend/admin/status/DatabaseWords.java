package org.atelier.frontend.admin.status;

import org.atelier.frontend.backend.AdminApi.Health;
import org.atelier.frontend.backend.AdminApi.Storage;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** The database, in the reader's language. What is null is not known and not shown. */
public class DatabaseWords {

    private final Health health;
    private final Storage storage;

    DatabaseWords(Health health, Storage storage) {
        this.health = health;
        this.storage = storage;
    }

    public String getTone() {
        return health.healthy() ? "good" : "bad";
    }

    public String getState() {
        return Messages.text(health.healthy() ? "admin.status.database.well" : "admin.status.database.ill");
    }

    /** What is the matter, in the server's words; empty: nothing is, or it did not say. */
    public String getDetail() {
        return health.detail();
    }

    public String getVersion() {
        return health.version();
    }

    public String getSchema() {
        return health.schema();
    }

    public String getSize() {
        return Figures.bytes(storage.database().bytes());
    }

    public String getLog() {
        return Figures.bytes(storage.database().logBytes());
    }

    public String getJournal() {
        return Figures.bytes(storage.database().journalBytes());
    }

    public String getRead() {
        return took(health.readMs());
    }

    public String getWrite() {
        return took(health.writeMs());
    }

    public String getWaiting() {
        return Figures.count(storage.writesWaiting());
    }

    private static String took(Long millis) {
        return millis == null ? null : Figures.took(millis);
    }
}
