package org.atelier.database;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something that waits for the writer: rows to append, which it merges with others, or a unit that reads and changes. */
sealed interface Task<T> {
    CompletableFuture<T> result();

    record Append(List<Row> rows, CompletableFuture<Void> result) implements Task<Void> {}

    record Change<T>(Unit<T> unit, CompletableFuture<T> result) implements Task<T> {}
}
