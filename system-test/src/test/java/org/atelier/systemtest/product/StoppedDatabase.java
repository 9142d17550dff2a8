package org.atelier.systemtest.product;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The database file of a product that does not run: for what would take minutes to bring in through the API. */
public final class StoppedDatabase {
    private static final Duration TO_START = Duration.ofMinutes(8);
    private static final Pattern READY = Pattern.compile("(?m)^Ctrl-C stops");

    private StoppedDatabase() {}

    /** What is done with its connection. */
    public interface Filling {
        void fill(Connection connection) throws SQLException;
    }

    /** Lets the backend make its tables and its administrator, and stops it again. */
    public static void made(Path data, Map<String, String> settings) {
        var environment = Product.environment(data, Ports.free(), Ports.free(), settings);
        var backend = List.of(Product.runScript().get(0), "backend");
        try (var command = Command.start(Product.root(), environment, backend)) {
            command.says(READY, TO_START);
        }
    }

    public static void fill(Path data, Filling filling) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + data.resolve("app.db"))) {
            filling.fill(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
