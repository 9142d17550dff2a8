package org.atelier.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.database.IdArray;
import org.atelier.web.Caller;
import org.atelier.web.Ids;
import org.atelier.web.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Which conversations are on a page of the list: ids alone, because to put whole rows in order the database reads them all. */
final class ConversationIds {
    private static final String FOUND = " OR c.id IN (SELECT unnest(CAST(:found AS uuid[]))))";

    /** So many are handed to the database; of more it gives its newest until enough are among them. */
    private static final int FEW = 200;

    private static final int FIRST_SLICE = 500;
    private static final int TIMES_AS_LONG = 8;

    private final Database database;
    private final ConversationSearch search;

    ConversationIds(Database database, ConversationSearch search) {
        this.database = database;
        this.search = search;
    }

    List<UUID> of(Caller caller, Optional<Wanted> wanted, PageRequest page) {
        if (wanted.isEmpty()) {
            return read(caller, wanted, page, "", Set.of(), page.limitAndOne());
        }
        var words = wanted.get();
        var known = search.find(caller.userId(), words.words());
        if (known.isEmpty()) {
            return read(
                    caller,
                    wanted,
                    page,
                    " AND (" + words.in("c.title") + " OR " + words.inMessages() + ")",
                    Set.of(),
                    page.limitAndOne());
        }
        return known.get().size() <= FEW
                ? read(caller, wanted, page, " AND (" + words.in("c.title") + FOUND, known.get(), page.limitAndOne())
                : firstOf(caller, words, page, known.get());
    }

    private List<UUID> firstOf(Caller caller, Wanted words, PageRequest page, Set<UUID> known) {
        for (int slice = FIRST_SLICE; ; slice *= TIMES_AS_LONG) {
            var newest = slice(caller, words, page, slice);
            var found = newest.stream()
                    .filter(one -> one.named() || known.contains(one.id()))
                    .map(Newest::id)
                    .limit(page.limitAndOne())
                    .toList();
            if (found.size() == page.limitAndOne() || newest.size() < slice) {
                return found;
            }
        }
    }

    private List<UUID> read(
            Caller caller, Optional<Wanted> wanted, PageRequest page, String condition, Set<UUID> known, int limit) {
        return database.read(handle -> {
            var query = query(handle, "SELECT c.id", condition, caller, page, limit);
            wanted.ifPresent(words -> words.bindTo(query));
            if (condition.endsWith(FOUND)) {
                query.bind("found", IdArray.of(known));
            }
            return query.mapTo(UUID.class).list();
        });
    }

    /** @param named whether the title holds the words */
    private record Newest(UUID id, boolean named) {}

    private List<Newest> slice(Caller caller, Wanted words, PageRequest page, int limit) {
        return database.read(handle -> {
            var query = query(handle, "SELECT c.id, " + words.in("c.title"), "", caller, page, limit);
            words.bindTo(query);
            return query.map((row, context) -> new Newest(row.getObject(1, UUID.class), row.getBoolean(2)))
                    .list();
        });
    }

    private static Query query(
            Handle handle, String select, String condition, Caller caller, PageRequest page, int limit) {
        var query = handle.createQuery(select + " FROM conversation c WHERE c.user_id = :user AND " + Conversations.OPEN
                        + (page.after().isPresent()
                                ? " AND (c.pinned, c.updated_at, c.id) < (:pinned, :at, :last)"
                                : "")
                        + condition + " ORDER BY c.pinned DESC, c.updated_at DESC, c.id DESC LIMIT " + limit)
                .bind("user", caller.userId());
        page.after().ifPresent(key -> query.bind("pinned", Boolean.parseBoolean(key.get(0)))
                .bind("at", Ids.time(key.get(1), "cursor"))
                .bind("last", Ids.parse(key.get(2), "cursor")));
        return query;
    }
}
