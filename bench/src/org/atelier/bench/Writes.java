package org.atelier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import org.atelier.database.Database;
import org.atelier.database.Table;

/** Durable single-row writes through the store's own writer; each caller waits until its row is on disk. */
final class Writes {
    private static final Table NOTE = Table.of("note", "id", "owner", "content", "created_at");
    private static final String TEXT = "word ".repeat(80);

    private Writes() {}

    static void measure() throws IOException, SQLException {
        var folder = Files.createTempDirectory("atelier-bench");
        var source = new DuckDbFile(folder.resolve("app.db"));
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (id UUID PRIMARY KEY, owner UUID NOT NULL, content VARCHAR NOT NULL,"
                    + " created_at TIMESTAMPTZ NOT NULL)");
            try (var database = new Database(source)) {
                Report.heading("Durable single-row writes through the store", "callers", "writes/s");
                for (var callers : new int[] {1, 64}) {
                    Report.row(callers, rate(database, callers));
                }
            }
        }
    }

    private static double rate(Database database, int callers) {
        var owner = Database.newId();
        return Rate.perSecond(
                callers, 3, 6, () -> () -> database.append(NOTE.row(Database.newId(), owner, TEXT, Instant.now())));
    }
}
