package org.atelier.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes all rows of one table with one statement that stays prepared, a parameter a column: an array with that column's values. However
 * many rows there are, the database plans as many expressions as there are columns; planning {@code VALUES} of 64 rows takes it ten times
 * as long.
 */
final class RowWriter implements AutoCloseable {
    /** Bounds the memory of one statement. */
    private static final int MOST_ROWS = 1024;

    private final Connection connection;
    private final Map<Table, Merged> prepared = new HashMap<>();

    private record Merged(PreparedStatement statement, List<String> types) {}

    RowWriter(Connection connection) {
        this.connection = connection;
    }

    void write(List<Row> rows) throws SQLException {
        var byTable = new LinkedHashMap<Table, List<Row>>();
        rows.forEach(row ->
                byTable.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row));
        for (var entry : byTable.entrySet()) {
            var statement = prepared(entry.getKey());
            var all = entry.getKey().changing() ? lastOfEachKey(entry.getValue()) : entry.getValue();
            for (int from = 0; from < all.size(); from += MOST_ROWS) {
                execute(statement, all.subList(from, Math.min(all.size(), from + MOST_ROWS)));
            }
        }
    }

    /** A row that is changed twice by one statement gets either change, whichever the database comes to last. */
    private static List<Row> lastOfEachKey(List<Row> rows) {
        var last = new LinkedHashMap<Object, Row>();
        rows.forEach(row -> last.put(row.values()[0], row));
        return List.copyOf(last.values());
    }

    private void execute(Merged merged, List<Row> rows) throws SQLException {
        for (int column = 0; column < merged.types().size(); column++) {
            var values = new Object[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.get(row).values()[column];
            }
            merged.statement()
                    .setArray(
                            column + 1, connection.createArrayOf(merged.types().get(column), values));
        }
        merged.statement().executeUpdate();
    }

    private Merged prepared(Table table) throws SQLException {
        var known = prepared.get(table);
        if (known == null) {
            var types = types(table);
            known = new Merged(connection.prepareStatement(table.statement(types)), types);
            prepared.put(table, known);
        }
        return known;
    }

    /** As the database itself writes them: an array of nothing but nulls has no type of its own. */
    private List<String> types(Table table) throws SQLException {
        try (var nothing = connection.prepareStatement(table.selectNothing());
                var result = nothing.executeQuery()) {
            var types = new ArrayList<String>();
            for (int column = 1; column <= table.columns().size(); column++) {
                types.add(result.getMetaData().getColumnTypeName(column));
            }
            return types;
        }
    }

    @Override
    public void close() {
        for (var merged : prepared.values()) {
            try {
                merged.statement().close();
            } catch (SQLException ignored) {
                // Already closed by the error that led here.
            }
        }
        prepared.clear();
    }
}
