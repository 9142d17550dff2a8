package org.atelier.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.atelier.provider.ChatMessage;

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

    /** @return the text as a model gets it; empty if there is none */
    Optional<ChatMessage> said(String text) {
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(this == USER ? ChatMessage.user(text) : ChatMessage.assistant(text));
    }
}
