package org.atelier.database;

import com.github.f4b6a3.uuid.UuidCreator;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.atelier.metrics.Metrics;
import org.atelier.metrics.Seconds;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The data of this installation. Reading is rare (what every request asks is answered from memory) and takes a pooled connection;
 * writing is done in company by one {@link Writer}.
 */
public class Database implements AutoCloseable {
    private static final Histogram READS = Metrics.histogram(
            "atelier_database_read_duration_seconds",
            "What a read takes, the wait for a connection of the pool included.",
            Seconds.ofTheDisk());

    private final AtomicInteger reading = new AtomicInteger();
    private final Jdbi jdbi;
    private final Writer writer;

    /** @param source DuckDB or PostgreSQL, migrated already */
    public Database(DataSource source) {
        this.jdbi = Dialect.jdbi(source);
        this.writer = new Writer(jdbi);
    }

    /** For the container's proxy only. */
    protected Database() {
        this.jdbi = null;
        this.writer = null;
    }

    /** @return a new id, time-ordered (UUIDv7) */
    public static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** Reads on a pooled connection, outside any transaction. */
    public <T> T read(Function<Handle, T> query) {
        long begun = System.nanoTime();
        reading.incrementAndGet();
        try {
            return jdbi.withHandle(query::apply);
        } finally {
            reading.decrementAndGet();
            READS.observe(Seconds.since(begun));
        }
    }

    /**
     * Reads and changes in one transaction; returns when it is on disk.
     *
     * @throws RuntimeException what the unit threw, or what the database said; then nothing of it is stored
     * @throws DatabaseBusy if too much waits already; nothing was done
     */
    public <T> T write(Unit<T> unit) {
        return await(submit(unit));
    }

    /** As {@link #write(Unit)}, with rows that are stored together with what the unit changes, and after it. */
    public <T> T write(Unit<T> unit, List<Row> rows) {
        return await(writer.submit(unit, rows));
    }

    /** As {@link #write}, without waiting. The stage completes on the writer's thread: do nothing slow there. */
    public <T> CompletableFuture<T> submit(Unit<T> unit) {
        return writer.submit(unit, List.of());
    }

    /** As {@link #write(Unit, List)}, without waiting. */
    public <T> CompletableFuture<T> submit(Unit<T> unit, List<Row> rows) {
        return writer.submit(unit, rows);
    }

    /** Writes rows, all or none; returns when they are on disk. Rows of all callers share statements and a commit. */
    public void append(Row... rows) {
        await(submitRows(List.of(rows)));
    }

    /** As {@link #append}, without waiting. The stage completes on the writer's thread: do nothing slow there. */
    public CompletableFuture<Void> submitRows(List<Row> rows) {
        return writer.append(rows);
    }

    /** Runs between two commits, in no transaction: nothing is written meanwhile, so it must be short. */
    <T> T alone(Unit<T> unit) {
        return await(writer.alone(unit));
    }

    /** @return how many tasks wait to be written at this moment */
    public int writesWaiting() {
        return writer.waiting();
    }

    /** @return how many reads have a connection of the pool, or wait for one, at this moment */
    public int readsUnderWay() {
        return reading.get();
    }

    /** Writes what waits, then stops. */
    @Override
    public void close() {
        writer.close();
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
