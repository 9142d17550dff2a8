package org.atelier.chat;

import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;

/** Messages as the tests ask and answer them. */
final class Rows {
    private Rows() {}

    static MessageRow question(UUID conversation, Optional<UUID> parent, String content) {
        return new MessageRow(
                Database.newId(),
                conversation,
                parent,
                Author.USER,
                content,
                Optional.empty(),
                0,
                false,
                Conversations.now());
    }

    static MessageRow answer(UUID conversation, UUID question, String model) {
        return new MessageRow(
                Database.newId(),
                conversation,
                Optional.of(question),
                Author.ASSISTANT,
                "",
                Optional.of(model),
                0,
                false,
                Conversations.now());
    }
}
