package org.atelier.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.atelier.database.Database;
import org.atelier.web.Caller;
import org.atelier.web.Ids;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;

/** A person's conversations page by page: the pinned ones first, then those that were used last; or those that hold a text. */
@ApplicationScoped
class ConversationList {
    /** The columns of its order. */
    static final int KEY_COLUMNS = 3;

    private final Conversations conversations;
    private final ConversationSearch search;
    private final Database database;

    @Inject
    ConversationList(Conversations conversations, ConversationSearch search, Database database) {
        this.conversations = conversations;
        this.search = search;
        this.database = database;
    }

    /** For the container's proxy only. */
    protected ConversationList() {
        this(null, null, null);
    }

    /** @param excerpt of a search: where the text is in a message; absent where only the title holds it */
    record Listed(
            @JsonUnwrapped Conversation conversation,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> excerpt) {}

    /** @param text only where the title or one message holds all of its words, in capitals or not */
    Page<Listed> of(Caller caller, Optional<String> text, PageRequest page) {
        var wanted = text.map(Wanted::of);
        var ids = conversations
                .inUse()
                .list(caller.userId(), page.after().map(ConversationList::place), among(caller.userId(), wanted))
                .limit(page.limitAndOne())
                .map(Shelf.Entry::id)
                .toList();
        var found = Page.of(conversations.inUse().all(caller.userId(), ids), page, ConversationList::key);
        return wanted.map(words -> excerpted(caller.userId(), words, found))
                .orElseGet(() -> new Page<>(
                        found.items().stream()
                                .map(one -> new Listed(one, Optional.empty()))
                                .toList(),
                        found.nextCursor()));
    }

    private Predicate<Shelf.Entry> among(UUID person, Optional<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return entry -> true;
        }
        var words = wanted.get();
        var known = search.find(person, words.words()).orElseGet(() -> readFor(person, words));
        return entry -> known.contains(entry.id()) || words.isIn(entry.title());
    }

    /** As long as there is no index. */
    private Set<UUID> readFor(UUID person, Wanted words) {
        return database.read(handle -> {
            var query = handle.createQuery("SELECT c.id FROM conversation c WHERE c.user_id = :user AND "
                            + Conversations.OPEN + " AND " + words.inMessages())
                    .bind("user", person);
            words.bindTo(query);
            return query.mapTo(UUID.class).set();
        });
    }

    private Page<Listed> excerpted(UUID person, Wanted wanted, Page<Conversation> found) {
        var ids = found.items().stream().map(Conversation::id).toList();
        var newest = search.newest(person, wanted.words(), ids);
        var excerpts = new Excerpts(database).of(ids, wanted, newest);
        // Where all the parts of a long word are, the word need not be.
        var right = found.items().stream()
                .filter(one -> excerpts.containsKey(one.id()) || wanted.isIn(one.title()))
                .map(one -> new Listed(one, Optional.ofNullable(excerpts.get(one.id()))))
                .toList();
        return new Page<>(right, found.nextCursor());
    }

    private static List<String> key(Conversation last) {
        return List.of(
                Boolean.toString(last.pinned()),
                last.updatedAt().toString(),
                last.id().toString());
    }

    private static Shelf.Entry place(List<String> key) {
        return new Shelf.Entry(
                Ids.parse(key.get(2), "cursor"), Boolean.parseBoolean(key.get(0)), Ids.time(key.get(1), "cursor"), "");
    }
}
