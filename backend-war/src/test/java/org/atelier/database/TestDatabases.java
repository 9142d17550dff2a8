package org.atelier.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Named;

/**
 * The two databases that every store must run on, empty and migrated: {@code @ParameterizedTest @MethodSource("org.atelier.database.TestDatabases#both")}
 * with a parameter of type {@link DataSource}.
 */
public final class TestDatabases {
    private static EmbeddedPostgres postgres;

    private TestDatabases() {}

    public static Stream<Named<DataSource>> both() {
        return Stream.of(Named.of("DuckDB", migrated(duckdb())), Named.of("PostgreSQL", migrated(postgres())));
    }

    /** Without any table. */
    public static Stream<Named<DataSource>> empty() {
        return Stream.of(Named.of("DuckDB", duckdb()), Named.of("PostgreSQL", postgres()));
    }

    public static DataSource migrated(DataSource source) {
        new Migrations(source, "db/migration").run(java.util.Optional.empty());
        return source;
    }

    /** @return an empty DuckDB file of its own, removed when the tests end */
    public static DataSource duckdb() {
        try {
            var folder = Files.createTempDirectory("atelier-duckdb");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return duckdb(folder.resolve("app.db"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static DataSource duckdb(Path file) {
        return new UrlSource("jdbc:duckdb:" + file + ";threads=1;memory_limit=512MB");
    }

    /** @return an empty PostgreSQL database of its own, in one server for all tests */
    public static synchronized DataSource postgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().start();
            }
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return postgres.getDatabase("postgres", name);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("PostgreSQL for the tests did not start", failed);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException ignored) {
            // A temporary folder that stays is no reason to fail.
        }
    }

    /** Connections of one URL; keeps one open, because DuckDB closes a file with its last connection. */
    private static final class UrlSource implements DataSource {
        private final String url;
        private Connection kept;

        UrlSource(String url) {
            this.url = url;
        }

        @Override
        public synchronized Connection getConnection() throws SQLException {
            if (kept == null) {
                kept = DriverManager.getConnection(url);
            }
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
