package org.atelier.gallery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an item is. */
public enum ItemKind {
    /** A picture that a model made. */
    IMAGE,
    /** A film that a model made. */
    VIDEO,
    /** A picture that its owner brought. */
    UPLOAD;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ItemKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
