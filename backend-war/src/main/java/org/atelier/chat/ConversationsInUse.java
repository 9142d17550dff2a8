package org.atelier.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.database.Database;

/** Conversations that are in use, in memory, and their places in the lists. What changes one tells it here after its commit: one process owns the file. */
final class ConversationsInUse {
    /** Far above what a person writes in; the longest system prompts are the reason for a limit. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private static final int CHARACTERS_AROUND_A_PROMPT = 300;

    private record Owned(UUID owner, Conversation conversation) {}

    private final Database database;
    private final Shelves shelves;
    private final Cache<UUID, Owned> known = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher(ConversationsInUse::characters)
            .build();

    /** Counts changes, so that what was read together with others is kept only if nothing changed meanwhile. */
    private final AtomicLong changes = new AtomicLong();

    ConversationsInUse(Database database) {
        this.database = database;
        this.shelves = new Shelves(database);
    }

    private static int characters(UUID id, Owned one) {
        return one.conversation().system().map(String::length).orElse(0) + CHARACTERS_AROUND_A_PROMPT;
    }

    /** @return the open conversation, if it is this person's */
    Optional<Conversation> of(UUID person, UUID id) {
        return Optional.ofNullable(known.get(id, this::read))
                .filter(one -> one.owner().equals(person))
                .map(Owned::conversation);
    }

    private Owned read(UUID id) {
        return database.read(handle -> handle.createQuery("SELECT c.user_id, " + Conversations.COLUMNS
                        + " FROM conversation c WHERE c.id = :id AND " + Conversations.OPEN)
                .bind("id", id)
                .map((row, context) ->
                        new Owned(row.getObject("user_id", UUID.class), Conversations.read(row, context)))
                .findOne()
                .orElse(null));
    }

    /** @return those on the shelf of a person that match, in the order of the list. @param after the last one of the page before */
    Stream<Shelf.Entry> list(UUID person, Optional<Shelf.Entry> after, Predicate<Shelf.Entry> wanted) {
        return shelves.list(person, after, wanted);
    }

    /** @return these, all of one person, in this order; those that are gone meanwhile are missing */
    List<Conversation> all(UUID person, List<UUID> ids) {
        var all = new HashMap<>(known.getAllPresent(ids));
        var missing = ids.stream().filter(id -> !all.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            long before = changes.get();
            var read = database.read(handle -> handle
                    .createQuery("SELECT " + Conversations.COLUMNS + " FROM conversation c WHERE c.id IN (<ids>) AND "
                            + Conversations.OPEN)
                    .bindList("ids", missing)
                    .map(Conversations::read)
                    .stream()
                    .collect(Collectors.toMap(Conversation::id, one -> new Owned(person, one))));
            all.putAll(read);
            known.putAll(read);
            if (changes.get() != before) {
                known.invalidateAll(missing);
            }
        }
        return ids.stream()
                .map(all::get)
                .filter(Objects::nonNull)
                .map(Owned::conversation)
                .toList();
    }

    /** One was made, changed, hidden or brought back. */
    void changed(UUID person, UUID id) {
        erased(id);
        shelves.changed(person, id);
    }

    /** @param ifUntitled its title, if it had none before */
    void turned(UUID person, MessageRow answer, String ifUntitled) {
        changes.incrementAndGet();
        shelves.turned(person, answer, ifUntitled);
        known.asMap()
                .computeIfPresent(
                        answer.conversationId(),
                        (id, one) -> new Owned(one.owner(), one.conversation().continued(answer, ifUntitled)));
    }

    void erased(UUID id) {
        changes.incrementAndGet();
        known.invalidate(id);
    }

    /** Of somebody who is gone with all conversations. */
    void forget(UUID person) {
        shelves.forget(person);
    }
}
