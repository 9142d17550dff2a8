package org.atelier.jobs;

import java.util.Optional;
import org.atelier.web.Problem;

/** The fields that wishes of every kind have, as they come in JSON. */
public final class Wished {
    private static final int LONGEST_PROMPT = 32_000;
    private static final int LONGEST_WORD = 200;

    private Wished() {}

    /** A field that is missing in JSON comes as null, one that is null there as empty. */
    public static <T> Optional<T> absent(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    /** @throws Problem 422 when it is blank or too long for a word */
    public static Optional<String> word(String field, Optional<String> value) {
        var given = absent(value);
        if (given.filter(text -> text.isBlank() || text.length() > LONGEST_WORD).isPresent()) {
            throw Problem.field(field, "must have 1 to " + LONGEST_WORD + " characters");
        }
        return given;
    }

    /** @throws Problem 422 when no model takes it */
    public static void checkPrompt(String prompt) {
        if (prompt.length() > LONGEST_PROMPT || prompt.indexOf('\0') >= 0) {
            throw Problem.field("prompt", "may have at most " + LONGEST_PROMPT + " characters, and none that is NUL");
        }
    }
}
