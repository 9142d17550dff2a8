package org.atelier.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.atelier.database.Database;
import org.atelier.settings.Settings;
import org.jdbi.v3.core.Handle;

/** Whether the database reads and writes, by trying both. */
@ApplicationScoped
class DatabaseHealth {
    private static final System.Logger LOG = System.getLogger(DatabaseHealth.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final Path folder;
    private final Duration patience;

    @Inject
    DatabaseHealth(Database database, Settings settings) {
        this(database, settings.dataDir(), PATIENCE);
    }

    /** @param patience with the writer */
    DatabaseHealth(Database database, Path folder, Duration patience) {
        this.database = database;
        this.folder = folder;
        this.patience = patience;
    }

    /** For the container's proxy only. */
    protected DatabaseHealth() {
        this(null, null, null);
    }

    /**
     * How the database is.
     *
     * @param healthy whether it read, and the writer had its turn
     * @param detail what is the matter and what to do; empty if nothing is
     * @param version of the database; null: it did not say
     * @param schema the newest migration; null: it did not say
     * @param readMs how long a read took that reads hardly anything; null: it failed
     * @param writeMs how long a unit of work took that changes nothing, with what waited before it; null: it failed
     * @param waiting what waits for the writer now
     */
    record Report(
            boolean healthy,
            String detail,
            Optional<String> version,
            Optional<String> schema,
            DatabaseSize size,
            Optional<Long> readMs,
            Optional<Long> writeMs,
            int waiting) {}

    private record Identity(String version, String schema) {}

    /** @param problem empty if there was none */
    private record Tried<T>(Optional<T> answer, Optional<Long> tookMs, String problem) {
        static <T> Tried<T> inVain(String problem) {
            return new Tried<>(Optional.empty(), Optional.empty(), problem);
        }
    }

    Report report() {
        var read = tried(() -> database.read(DatabaseHealth::identity));
        var written = tried(() -> database.submit(
                        handle -> handle.select("SELECT 1").mapTo(Integer.class).one())
                .get(patience.toMillis(), TimeUnit.MILLISECONDS));
        var problem = read.problem().isEmpty() ? written.problem() : read.problem();
        return new Report(
                problem.isEmpty(),
                problem,
                read.answer().map(Identity::version),
                read.answer().map(Identity::schema),
                DatabaseSize.in(folder),
                read.tookMs(),
                written.tookMs(),
                database.writesWaiting());
    }

    private <T> Tried<T> tried(Callable<T> attempt) {
        long begun = System.nanoTime();
        try {
            var answer = attempt.call();
            var took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            return new Tried<>(Optional.of(answer), Optional.of(took), "");
        } catch (TimeoutException stuck) {
            return Tried.inVain("Nothing has been written for " + patience.toSeconds()
                    + " seconds. Look whether the disk is full or slow.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Tried.inVain("The server stops.");
        } catch (Exception failed) {
            LOG.log(System.Logger.Level.WARNING, "The database is not healthy", failed);
            return Tried.inVain("The database does not answer; the log says why.");
        }
    }

    private static Identity identity(Handle handle) {
        return new Identity(
                handle.select("SELECT version()").mapTo(String.class).one(),
                handle.select("""
                                SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL
                                ORDER BY installed_rank DESC LIMIT 1""").mapTo(String.class).one());
    }
}
