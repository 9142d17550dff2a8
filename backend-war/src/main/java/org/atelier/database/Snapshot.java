package org.atelier.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * One moment of the DuckDB file, to be copied while writing goes on. The moment is a checkpoint between two commits; until the next one DuckDB
 * changes nothing that this one's header names (new rows go to the write-ahead log and to free blocks), so none is made before this is
 * closed. That the header is still the same after copying is the proof.
 *
 * @param <T> what was looked at in that very moment
 */
public final class Snapshot<T> implements AutoCloseable {
    private static final int HEADERS = 3 * 4096;

    private final Database database;
    private final Path file;
    private final byte[] header;
    private final long size;
    private final Map<String, Long> rows;
    private final Instant moment;
    private final T beside;

    private Snapshot(Database database, Path file, byte[] header, Map<String, Long> rows, T beside) {
        this.database = database;
        this.file = file;
        this.header = header;
        this.size = file.toFile().length();
        this.rows = rows;
        this.moment = Instant.now();
        this.beside = beside;
    }

    /**
     * @param file of the database, DuckDB's
     * @param look done while nothing is written; must be short
     */
    public static <T> Snapshot<T> take(Database database, Path file, Supplier<T> look) {
        try {
            return database.alone(handle -> {
                handle.execute("SET GLOBAL checkpoint_threshold = '1TB'");
                handle.execute("CHECKPOINT");
                return new Snapshot<>(database, file, header(file), rows(handle, ""), look.get());
            });
        } catch (RuntimeException failed) {
            checkpointsAgain(database);
            throw failed;
        }
    }

    /** The file, of which as many bytes as there are now are to be copied. */
    public Path file() {
        return file;
    }

    public long size() {
        return size;
    }

    public Instant moment() {
        return moment;
    }

    public T beside() {
        return beside;
    }

    /** @return how many rows each table had */
    public Map<String, Long> rows() {
        return rows;
    }

    /**
     * Opens a copy, looks whether it is this moment, and tells every id of a table in it.
     *
     * @throws IllegalStateException with a sentence if the copy is not what it should be
     */
    public void check(Path copy, String table, Consumer<UUID> ids) {
        if (!Arrays.equals(header, header(file))) {
            throw new IllegalStateException("The database was checkpointed while it was copied, so the copy is none.");
        }
        database.read(handle -> {
            handle.execute("ATTACH '" + copy.toString().replace("'", "''") + "' AS copied (READ_ONLY)");
            try {
                if (!rows(handle, "copied.").equals(rows)) {
                    throw new IllegalStateException("The copy of the database has other rows than the original had.");
                }
                handle.createQuery("SELECT id FROM copied.main." + table)
                        .mapTo(UUID.class)
                        .forEach(ids);
            } finally {
                handle.execute("DETACH copied");
            }
            return null;
        });
    }

    private static Map<String, Long> rows(Handle handle, String catalogue) {
        var rows = new TreeMap<String, Long>();
        handle.createQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'"
                        + " AND table_catalog = current_database()")
                .mapTo(String.class)
                .forEach(table -> rows.put(table, 0L));
        rows.replaceAll((table, none) -> handle.select("SELECT count(*) FROM " + catalogue + "main.\"" + table + "\"")
                .mapTo(Long.class)
                .one());
        return rows;
    }

    private static byte[] header(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEADERS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void checkpointsAgain(Database database) {
        database.read(handle -> handle.execute("RESET GLOBAL checkpoint_threshold"));
    }

    @Override
    public void close() {
        checkpointsAgain(database);
    }
}
