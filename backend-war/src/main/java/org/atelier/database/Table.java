package org.atelier.database;

import java.util.List;

/** A table that rows are appended to: the writer merges the rows of all callers into one statement a table. */
public record Table(String name, List<String> columns) {
    public Table {
        columns = List.copyOf(columns);
    }

    public static Table of(String name, String... columns) {
        return new Table(name, List.of(columns));
    }

    /**
     * @param values one for each column, in their order; UUID, String, Integer, Long, Boolean, BigDecimal, Instant or null
     */
    public Row row(Object... values) {
        return new Row(this, values);
    }

    /** @param types of the columns; each parameter is an array of such values, as long as there are rows */
    String insert(List<String> types) {
        var values =
                types.stream().map(type -> "unnest(CAST(? AS " + type + "[]))").toList();
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values);
    }

    String selectNothing() {
        return "SELECT " + String.join(", ", columns) + " FROM " + name + " WHERE 1 = 0";
    }
}
