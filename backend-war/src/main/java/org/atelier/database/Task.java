package org.atelier.database;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something that waits for the writer: rows, which it merges with those of others, and perhaps a unit that reads and changes first. */
sealed interface Task<T> {
    List<Row> rows();

    CompletableFuture<T> result();

    record Append(List<Row> rows, CompletableFuture<Void> result) implements Task<Void> {}

    record Change<T>(Unit<T> unit, List<Row> rows, CompletableFuture<T> result) implements Task<T> {}

    /** Runs between two commits, in no transaction. */
    record Alone<T>(Unit<T> unit, CompletableFuture<T> result) implements Task<T> {
        @Override
        public List<Row> rows() {
            return List.of();
        }
    }
}
