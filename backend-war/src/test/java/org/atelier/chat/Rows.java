package org.atelier.chat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.atelier.database.Database;
import org.atelier.media.MediaFile;

/** Messages as the tests ask and answer them. */
final class Rows {
    /** For answers that bring none. */
    static final Function<String, CompletableFuture<Optional<MediaFile>>> NO_PICTURES =
            url -> CompletableFuture.completedFuture(Optional.empty());

    private Rows() {}

    static UnaryOperator<Conversation> wishes(String title, Optional<String> model, Optional<String> system) {
        return begun -> new Conversation(
                begun.id(),
                title,
                model,
                system,
                Optional.of(0.7),
                Optional.of(300),
                begun.pinned(),
                begun.headId(),
                begun.createdAt(),
                begun.updatedAt());
    }

    /** One of which only the shown branch matters. */
    static Conversation showing(UUID conversation, UUID head) {
        return new Conversation(
                conversation,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(head),
                null,
                null);
    }

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
