package org.atelier.database;

import java.time.Instant;
import java.time.ZoneOffset;

/** A row to append, or a change of one; see {@link Table#row}. */
public record Row(Table table, Object[] values) {
    public Row {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    table.name() + " has " + table.columns().size() + " columns");
        }
        values = values.clone();
        for (int i = 0; i < values.length; i++) {
            // DuckDB's driver does not take an Instant; both databases take an OffsetDateTime.
            if (values[i] instanceof Instant instant) {
                values[i] = instant.atOffset(ZoneOffset.UTC);
            }
        }
    }
}
