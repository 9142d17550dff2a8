package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.users.PersonGone;
import org.atelier.users.WhatGoes;

/**
 * Takes a person's conversations out of tables and memory. Each one is held first, as by an answer: the one that is being written is ended,
 * and none begins while its messages go. The conversation itself goes last, so that what an interruption leaves is found again.
 */
@ApplicationScoped
class ErasedConversations {
    /** Each table's delete took 2 to 4 ms with its commit, in a database of a million messages; a hundred took up to 8. */
    private static final int AT_ONCE = 50;

    private final Conversations conversations;
    private final Branches branches;
    private final Answers answers;
    private final ConversationSearch search;
    private final Database database;

    @Inject
    ErasedConversations(
            Conversations conversations,
            Branches branches,
            Answers answers,
            ConversationSearch search,
            Database database) {
        this.conversations = conversations;
        this.branches = branches;
        this.answers = answers;
        this.search = search;
        this.database = database;
    }

    /** For the container's proxy only. */
    protected ErasedConversations() {
        this(null, null, null, null, null);
    }

    void count(@Observes WhatGoes asked) {
        asked.goes("conversations", count("SELECT count(*) FROM conversation WHERE user_id = :user", asked.userId()));
        asked.goes("messages", count("""
                SELECT count(*) FROM message m JOIN conversation c ON c.id = m.conversation_id
                WHERE c.user_id = :user""", asked.userId()));
    }

    private long count(String query, UUID user) {
        return database.read(handle ->
                handle.createQuery(query).bind("user", user).mapTo(Long.class).one());
    }

    void erase(@Observes PersonGone gone) {
        long kept = conversations.everyOneOf(gone.userId()).stream()
                .filter(id -> !erase(id))
                .count();
        // Once the answers under way have ended, whose words came last.
        search.forget(gone.userId());
        conversations.inUse().forget(gone.userId());
        if (kept > 0) {
            throw new IllegalStateException(kept + " conversations were in use all the time");
        }
    }

    private boolean erase(UUID conversation) {
        var holder = Database.newId();
        if (!answers.hold(conversation, holder)) {
            return false;
        }
        try {
            for (var some = messages(conversation); !some.isEmpty(); some = messages(conversation)) {
                erase(conversation, some);
            }
            conversations.erase(conversation);
            return true;
        } finally {
            answers.release(conversation, holder);
        }
    }

    private List<UUID> messages(UUID conversation) {
        return database.read(
                handle -> handle.createQuery("SELECT id FROM message WHERE conversation_id = :id LIMIT " + AT_ONCE)
                        .bind("id", conversation)
                        .mapTo(UUID.class)
                        .list());
    }

    private void erase(UUID conversation, List<UUID> some) {
        for (var table : List.of(
                "message_media WHERE message_id",
                "answer_piece WHERE answer_id",
                "answer_end WHERE answer_id",
                "message WHERE id")) {
            database.write(handle -> handle.createUpdate("DELETE FROM " + table + " IN (<ids>)")
                    .bindList("ids", some)
                    .execute());
        }
        answers.forget(some);
        branches.forget(conversation, some);
    }
}
