package org.atelier.database;

/** More waits to be written than the disk can take; nothing was done and the caller may try again. */
public final class DatabaseBusy extends RuntimeException {
    DatabaseBusy() {
        super("too many writes wait");
    }
}
