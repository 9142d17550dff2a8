package org.atelier.database;

/** The database cannot be opened or brought up to date; its message is the sentence that the operator reads. */
public final class DatabaseUnusable extends RuntimeException {
    DatabaseUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
