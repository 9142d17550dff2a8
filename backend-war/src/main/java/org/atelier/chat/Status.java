package org.atelier.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a message is on its way; what a person writes is complete at once. */
enum Status {
    STREAMING,
    COMPLETE,
    /** Its reader ended it; what had come is kept. */
    STOPPED,
    /** We ended it, by a crash, a shutdown or for its size; what had come is kept. */
    CUT,
    /** The provider ended it; the message carries the problem, and what had come. */
    FAILED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
