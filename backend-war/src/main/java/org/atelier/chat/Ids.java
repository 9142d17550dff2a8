package org.atelier.chat;

import java.util.UUID;
import org.atelier.web.Problem;

/** Ids as callers write them. */
final class Ids {
    private Ids() {}

    static UUID parse(String text, String field) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException nonsense) {
            throw Problem.field(field, "is not an id that was given out");
        }
    }
}
