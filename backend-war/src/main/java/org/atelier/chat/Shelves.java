package org.atelier.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.atelier.database.Database;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/**
 * The shelves of those who look at their lists, in memory: to put a person's conversations in order the database reads all of them, and a
 * page asks for that each time. What changes one tells it here after its commit: one process owns the file.
 */
final class Shelves {
    /** Some 250 bytes each. */
    private static final long MOST_ENTRIES = 200_000;

    private static final String SELECT =
            "SELECT c.id, c.pinned, c.updated_at, c.title FROM conversation c WHERE c.user_id = :user AND "
                    + Conversations.OPEN;

    private final Database database;
    private final Cache<UUID, Shelf> inUse = Caffeine.newBuilder()
            .maximumWeight(MOST_ENTRIES)
            .weigher((UUID person, Shelf shelf) -> shelf.size() + 1)
            .build();

    Shelves(Database database) {
        this.database = database;
    }

    /** @return those that match in the order of the list. @param after the last one of the page before */
    Stream<Shelf.Entry> list(UUID person, Optional<Shelf.Entry> after, Predicate<Shelf.Entry> wanted) {
        var shelf = inUse.get(person, id -> new Shelf());
        if (!shelf.isFilled()) {
            try {
                fill(person, shelf);
            } catch (RuntimeException failed) {
                inUse.invalidate(person);
                throw failed;
            }
        }
        return shelf.after(after).filter(wanted);
    }

    /** Two at once do no harm: what a shelf holds already is newer than what was read for it. */
    private void fill(UUID person, Shelf shelf) {
        var all = database.read(
                handle -> entries(handle.createQuery(SELECT), person).list());
        shelf.fill(all);
        inUse.asMap().computeIfPresent(person, (id, known) -> known);
    }

    /** To be told after the commit that made, changed, hid or brought back a conversation. */
    void changed(UUID person, UUID conversation) {
        Optional.ofNullable(inUse.getIfPresent(person))
                .ifPresent(shelf -> shelf.set(conversation, () -> read(person, conversation)));
    }

    private Optional<Shelf.Entry> read(UUID person, UUID conversation) {
        return database.read(
                handle -> entries(handle.createQuery(SELECT + " AND c.id = :id").bind("id", conversation), person)
                        .findOne());
    }

    /** To be told after the commit of a turn. @param ifUntitled its title, if it had none before */
    void turned(UUID person, MessageRow answer, String ifUntitled) {
        Optional.ofNullable(inUse.getIfPresent(person))
                .filter(shelf -> !shelf.turned(answer.conversationId(), answer.createdAt(), ifUntitled))
                .ifPresent(shelf -> changed(person, answer.conversationId()));
    }

    void forget(UUID person) {
        inUse.invalidate(person);
    }

    private static ResultIterable<Shelf.Entry> entries(Query query, UUID person) {
        return query.bind("user", person)
                .map((row, context) -> new Shelf.Entry(
                        row.getObject("id", UUID.class),
                        row.getBoolean("pinned"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        row.getString("title")));
    }
}
