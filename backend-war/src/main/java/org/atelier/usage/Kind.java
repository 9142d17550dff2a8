package org.atelier.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a paid call makes. */
public enum Kind {
    TEXT,
    IMAGE,
    VIDEO;

    /** @return the word for it on the wire and in tables */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #word} wrote; the journal of an older version has the name itself. */
    @JsonCreator
    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
