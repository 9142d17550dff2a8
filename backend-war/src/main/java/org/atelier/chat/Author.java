package org.atelier.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who wrote a message. */
enum Author {
    USER,
    ASSISTANT;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Author of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
