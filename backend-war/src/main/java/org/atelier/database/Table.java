package org.atelier.database;

import java.util.List;

/** A table that rows are appended to: the writer merges the rows of all callers into few multi-row statements. */
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

    String insert(int rows) {
        var one = "(" + "?, ".repeat(columns.size() - 1) + "?)";
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES " + (one + ", ").repeat(rows - 1)
                + one;
    }
}
