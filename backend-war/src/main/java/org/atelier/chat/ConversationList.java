package org.atelier.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.database.Database;
import org.atelier.web.Caller;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;

/** A person's conversations page by page: the pinned ones first, then those that were used last; or those that hold a text. */
@ApplicationScoped
class ConversationList {
    /** The columns of its order. */
    static final int KEY_COLUMNS = 3;

    private final Database database;
    private final ConversationSearch search;

    @Inject
    ConversationList(Database database, ConversationSearch search) {
        this.database = database;
        this.search = search;
    }

    /** For the container's proxy only. */
    protected ConversationList() {
        this(null, null);
    }

    /** @param excerpt of a search: where the text is in a message; absent where only the title holds it */
    record Listed(
            @JsonUnwrapped Conversation conversation,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> excerpt) {}

    /** @param text only where the title or one message holds all of its words, in capitals or not */
    Page<Listed> of(Caller caller, Optional<String> text, PageRequest page) {
        var wanted = text.map(Wanted::of);
        var found = Page.of(
                rows(new ConversationIds(database, search).of(caller, wanted, page)), page, ConversationList::key);
        if (wanted.isEmpty()) {
            return found.map(one -> new Listed(one, Optional.empty()));
        }
        var ids = found.items().stream().map(Conversation::id).toList();
        var newest = search.newest(caller.userId(), wanted.get().words(), ids);
        var excerpts = new Excerpts(database).of(ids, wanted.get(), newest);
        // Where all the parts of a long word are, the word need not be.
        var right = found.items().stream()
                .filter(one -> excerpts.containsKey(one.id()) || wanted.get().isIn(one.title()))
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

    private List<Conversation> rows(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = database.read(handle -> handle
                .createQuery("SELECT " + Conversations.COLUMNS + " FROM conversation c WHERE c.id IN (<ids>)")
                .bindList("ids", ids)
                .map(Conversations::read)
                .stream()
                .collect(Collectors.toMap(Conversation::id, Function.identity())));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }
}
