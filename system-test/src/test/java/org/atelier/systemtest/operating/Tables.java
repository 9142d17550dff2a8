package org.atelier.systemtest.operating;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Two database files that no server has open, compared row by row. */
record Tables(Path one, Path other) {

    /** @return all tables of the first */
    List<String> names() {
        return strings("SELECT table_name FROM information_schema.tables WHERE table_catalog = 'one' ORDER BY 1");
    }

    /** @return rows that only one of the two has. @param columns which of them count */
    List<String> different(String table, String columns) {
        var first = rows("one", table, columns);
        var second = rows("other", table, columns);
        return strings("(" + first + " EXCEPT ALL " + second + ") UNION ALL (" + second + " EXCEPT ALL " + first + ")");
    }

    private static String rows(String database, String table, String columns) {
        return "SELECT " + columns + " FROM " + database + ".main.\"" + table + "\"";
    }

    private List<String> strings(String query) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            attach(connection, one, "one");
            attach(connection, other, "other");
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                var strings = new ArrayList<String>();
                while (rows.next()) {
                    strings.add(rows.getString(1));
                }
                return strings;
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void attach(Connection connection, Path file, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("ATTACH '" + file + "' AS " + name + " (READ_ONLY)");
        }
    }
}
