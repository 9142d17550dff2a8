package org.atelier.database;

/**
 * Fired once as a CDI event when the schema is up to date: whoever loads memory from tables observes it.
 *
 * @param restored whether this is a backup that nobody has started on before: another server may have gone on from the same moment, so what
 *     waits in the tables may have happened meanwhile
 */
public record DatabaseReady(Database database, boolean restored) {
    public DatabaseReady(Database database) {
        this(database, false);
    }
}
