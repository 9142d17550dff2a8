package org.atelier.database;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.atelier.settings.Settings;

/** Opens the database when the application starts: settings checked, schema up to date, then everybody who waits for it. */
@ApplicationScoped
class DatabaseStart {
    private static final System.Logger LOG = System.getLogger(DatabaseStart.class.getName());

    @Resource(lookup = "jdbc/atelier")
    private DataSource source;

    @Inject
    private Settings settings;

    @Inject
    private Event<DatabaseReady> ready;

    private FolderLock lock;
    private Database database;

    /** Runs before every other observer of the start, none of which finds tables otherwise. */
    void start(@Observes @Priority(100) @Initialized(ApplicationScoped.class) Object application) {
        try {
            settings.check();
            LOG.log(System.Logger.Level.INFO, "Settings:\n{0}", settings.effective());
            lock = FolderLock.of(settings.dataDir());
            new Migrations(source, "db/migration")
                    .run(file())
                    .ifPresent(copy -> LOG.log(
                            System.Logger.Level.INFO,
                            "The database as it was before the upgrade is kept at {0}",
                            copy));
            database = new Database(source);
            var restored = RestoredMark.in(settings.dataDir());
            ready.fire(new DatabaseReady(database, restored.isThere()));
            restored.remove();
        } catch (RuntimeException failed) {
            // The start script looks for this line, stops the server and shows the sentence.
            LOG.log(System.Logger.Level.ERROR, "Atelier cannot start: {0}", failed.getMessage());
            throw failed;
        }
    }

    private Optional<Path> file() {
        return Optional.of(settings.dataDir().resolve("app.db")).filter(Files::exists);
    }

    @Produces
    @ApplicationScoped
    Database database() {
        return database;
    }

    /** The last to go: others may still write while they stop. */
    void stop(@Observes @Priority(5000) @BeforeDestroyed(ApplicationScoped.class) Object application)
            throws IOException {
        if (database != null) {
            database.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
