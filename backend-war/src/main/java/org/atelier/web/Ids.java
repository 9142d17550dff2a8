package org.atelier.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/** Ids and times as callers bring them back. */
public final class Ids {
    private Ids() {}

    public static UUID parse(String text, String field) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException nonsense) {
            throw Problem.field(field, "is not an id that was given out");
        }
    }

    public static Instant time(String text, String field) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException nonsense) {
            throw Problem.field(field, "is not one that was given out");
        }
    }
}
