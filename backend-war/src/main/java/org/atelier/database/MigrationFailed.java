package org.atelier.database;

/** The schema could not be brought up to date; its message is the sentence that the operator reads. */
public final class MigrationFailed extends RuntimeException {
    MigrationFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
