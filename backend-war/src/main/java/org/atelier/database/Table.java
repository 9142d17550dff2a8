package org.atelier.database;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table whose rows the writer merges: those of all callers go into one statement, be they new or changes of rows that are there. A
 * change that is a statement of its own costs ten times as much.
 *
 * @param changing whether rows change the one with their key, which is the first column; else they are new
 * @param kept columns that are changed only where they are empty
 */
public record Table(String name, List<String> columns, boolean changing, Set<String> kept) {
    public Table {
        columns = List.copyOf(columns);
        kept = Set.copyOf(kept);
    }

    /** @return the table as one to append to */
    public static Table of(String name, String... columns) {
        return new Table(name, List.of(columns), false, Set.of());
    }

    /** @return the table as one whose rows are changed; of several changes of one row in a commit the last one counts */
    public static Table changing(String name, String key, String... columns) {
        return new Table(name, Stream.concat(Stream.of(key), Stream.of(columns)).toList(), true, Set.of());
    }

    /** @return the same, where this column is changed only in rows in which it is an empty text */
    public Table keeping(String column) {
        return new Table(name, columns, changing, Set.of(column));
    }

    /**
     * @param values one for each column, in their order; UUID, String, Integer, Long, Boolean, BigDecimal, Instant or null
     */
    public Row row(Object... values) {
        return new Row(this, values);
    }

    /** @param types of the columns; each parameter is an array of such values, as long as there are rows */
    String statement(List<String> types) {
        return changing ? update(types) : insert(types);
    }

    private String insert(List<String> types) {
        var values =
                types.stream().map(type -> "unnest(CAST(? AS " + type + "[]))").toList();
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values);
    }

    private String update(List<String> types) {
        var key = columns.get(0);
        var values = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            values.append(i == 0 ? "" : ", ")
                    .append("unnest(CAST(? AS " + types.get(i) + "[])) AS ")
                    .append(columns.get(i));
        }
        var changes = columns.stream().skip(1).map(this::change).collect(Collectors.joining(", "));
        return "UPDATE " + name + " AS present SET " + changes + " FROM (SELECT " + values
                + ") AS wanted WHERE present." + key + " = wanted." + key;
    }

    private String change(String column) {
        return kept.contains(column)
                ? column + " = CASE WHEN present." + column + " = '' THEN wanted." + column + " ELSE present." + column
                        + " END"
                : column + " = wanted." + column;
    }

    String selectNothing() {
        return "SELECT " + String.join(", ", columns) + " FROM " + name + " WHERE 1 = 0";
    }
}
