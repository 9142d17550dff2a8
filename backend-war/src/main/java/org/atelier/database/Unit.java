package org.atelier.database;

import org.jdbi.v3.core.Handle;

/**
 * A unit of work that reads and changes, run by the writer inside a transaction that it shares with others. It must be
 * repeatable, free of side effects outside the database and done within 5 ms: when a neighbour in the batch fails, it runs again.
 * What it learned is published to memory by the caller, after {@link Database#write} has returned.
 */
@FunctionalInterface
public interface Unit<T> {
    T run(Handle handle);
}
