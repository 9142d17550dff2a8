package org.atelier.systemtest.operating;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The ledger in the database file of a product that has ended. */
final class LedgerFile {
    /** @param cost dollars; null: not known */
    record Line(String message, String model, String outcome, String charge, BigDecimal cost) {}

    private LedgerFile() {}

    static List<Line> read(Path file) {
        var readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT message_id, model_asked, outcome, charge, cost FROM ledger")) {
            var lines = new ArrayList<Line>();
            while (rows.next()) {
                lines.add(new Line(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBigDecimal(5)));
            }
            return lines;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
