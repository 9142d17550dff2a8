package org.atelier.chat;

import java.util.Optional;
import org.atelier.web.Problem;

/** What the texts in requests must be; each refusal names its field. */
final class Fields {
    private static final int LONGEST_TEXT = 400_000;
    private static final int LONGEST_NAME = 200;
    private static final double HOTTEST = 2;

    private Fields() {}

    static String text(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Problem.field(field, "must not be empty");
        }
        if (value.length() > LONGEST_TEXT) {
            throw Problem.field(field, "may have at most " + LONGEST_TEXT + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw Problem.field(field, "must not hold the character NUL");
        }
        return value;
    }

    static Optional<String> name(String field, Optional<String> value) {
        value.ifPresent(text -> {
            if (text.isBlank() || text.length() > LONGEST_NAME) {
                throw Problem.field(field, "must have 1 to " + LONGEST_NAME + " characters");
            }
        });
        return value;
    }

    static Optional<String> optionalText(String field, Optional<String> value) {
        value.filter(text -> !text.isEmpty()).ifPresent(text -> text(field, text));
        return value;
    }

    static Optional<Double> temperature(Optional<Double> value) {
        if (value.filter(number -> !(number >= 0 && number <= HOTTEST)).isPresent()) {
            throw Problem.field("temperature", "must be a number from 0 to 2");
        }
        return value;
    }

    static Optional<Integer> maxTokens(Optional<Integer> value) {
        if (value.filter(number -> number < 1).isPresent()) {
            throw Problem.field("max_tokens", "must be at least 1");
        }
        return value;
    }

    static void refuse(String field, String message) {
        throw Problem.field(field, message);
    }

    /** A field that is missing in JSON comes as null, one that is null there as empty. */
    static <T> Optional<T> absent(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
