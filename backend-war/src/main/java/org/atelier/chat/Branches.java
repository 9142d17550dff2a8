package org.atelier.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.atelier.provider.ChatMessage;

/**
 * The conversations that are in use, in memory: what a question needs to know of the branch it continues is read once, not at every
 * question. What is stored is published here after its commit and before its conversation may be asked again; one process owns the
 * file, so this is the truth.
 */
@ApplicationScoped
class Branches {
    private static final long MOST_MESSAGES = 200_000;
    private static final long MOST_CHARACTERS = 16_000_000;
    private static final int CHARACTERS_AROUND_A_TEXT = 64;

    private final Messages messages;
    private final Cache<UUID, Tree> trees = Caffeine.newBuilder()
            .maximumWeight(MOST_MESSAGES)
            .weigher((UUID id, Tree tree) -> tree.size() + 1)
            .build();

    /** Without the answers that are still being written; empty where nothing was said. */
    private final Cache<UUID, Optional<ChatMessage>> said = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher(Branches::characters)
            .build();

    @Inject
    Branches(Messages messages) {
        this.messages = messages;
    }

    /** For the container's proxy only. */
    protected Branches() {
        this(null);
    }

    private static int characters(UUID id, Optional<ChatMessage> text) {
        return text.map(ChatMessage::length).orElse(0) + CHARACTERS_AROUND_A_TEXT;
    }

    Tree of(UUID conversation) {
        return trees.get(conversation, messages::tree);
    }

    /** To be told after a commit. */
    void added(MessageRow row) {
        change(row.conversationId(), tree -> tree.add(row));
        if (row.role() == Author.USER) {
            said.put(row.id(), row.role().said(row.content()));
        }
    }

    /** To be told after a commit. */
    void ended(MessageRow row, AnswerEnd end) {
        change(row.conversationId(), tree -> tree.ended(end));
        said.put(row.id(), row.role().said(end.content()));
    }

    private void change(UUID conversation, Consumer<Tree> change) {
        // Waits for who is just reading it, and is weighed anew.
        trees.asMap().computeIfPresent(conversation, (id, tree) -> {
            change.accept(tree);
            return tree;
        });
    }

    /** Nothing of a conversation is known any more; it is read again if it is asked for. */
    void forget(UUID conversation, List<UUID> messageIds) {
        trees.invalidate(conversation);
        said.invalidateAll(messageIds);
    }

    /** @return what these messages say, in this order; answers without text are left out */
    List<Eyes.Turn> said(List<UUID> ids) {
        var known = said.getAll(ids, missing -> messages.said(List.copyOf(missing)));
        var turns = new ArrayList<Eyes.Turn>();
        ids.forEach(id ->
                known.getOrDefault(id, Optional.empty()).ifPresent(message -> turns.add(new Eyes.Turn(id, message))));
        return turns;
    }
}
