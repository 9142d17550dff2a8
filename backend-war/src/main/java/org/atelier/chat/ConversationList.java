package org.atelier.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    private static final int BEFORE_THE_MATCH = 40;
    private static final int EXCERPT = 160;

    private static final String MATCHES = """
            AND (lower(c.title) LIKE :like ESCAPE '!' OR EXISTS (
                SELECT 1 FROM message m LEFT JOIN answer_end e ON e.answer_id = m.id
                WHERE m.conversation_id = c.id
                AND (lower(m.content) LIKE :like ESCAPE '!' OR lower(e.content) LIKE :like ESCAPE '!')))""";

    /** Of the newest message that holds the text. */
    private static final String EXCERPTS = """
            SELECT conversation_id, substr(said, greatest(1, strpos(lower(said), :text) - :before), :length) AS excerpt FROM (
                SELECT conversation_id, said, row_number() OVER (PARTITION BY conversation_id ORDER BY id DESC) AS age FROM (
                    SELECT m.id, m.conversation_id, CASE WHEN m.role = 'user' THEN m.content ELSE e.content END AS said
                    FROM message m LEFT JOIN answer_end e ON e.answer_id = m.id WHERE m.conversation_id IN (<ids>)) texts
                WHERE lower(said) LIKE :like ESCAPE '!') matches
            WHERE age = 1""";

    private final Database database;

    @Inject
    ConversationList(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected ConversationList() {
        this(null);
    }

    /** @param excerpt of a search: where the text is in a message; absent where only the title holds it */
    record Listed(
            @JsonUnwrapped Conversation conversation,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> excerpt) {}

    /** @param text only where the title or a message holds it, in capitals or not */
    Page<Listed> of(Caller caller, Optional<String> text, PageRequest page) {
        var wanted = text.map(some -> some.toLowerCase(Locale.ROOT));
        var found = Page.of(read(caller, wanted, page), page, ConversationList::key);
        var ids = found.items().stream().map(Conversation::id).toList();
        var excerpts = wanted.filter(some -> !ids.isEmpty())
                .map(some -> excerpts(ids, some))
                .orElse(Map.of());
        return found.map(one -> new Listed(one, Optional.ofNullable(excerpts.get(one.id()))));
    }

    private static List<String> key(Conversation last) {
        return List.of(
                Boolean.toString(last.pinned()),
                last.updatedAt().toString(),
                last.id().toString());
    }

    private List<Conversation> read(Caller caller, Optional<String> wanted, PageRequest page) {
        return database.read(handle -> {
            var query = handle.createQuery("SELECT " + Conversations.COLUMNS + " FROM conversation c"
                            + " WHERE c.user_id = :user AND " + Conversations.OPEN
                            + (page.after().isPresent()
                                    ? " AND (c.pinned, c.updated_at, c.id) < (:pinned, :at, :last)"
                                    : "")
                            + (wanted.isPresent() ? " " + MATCHES : "")
                            + " ORDER BY c.pinned DESC, c.updated_at DESC, c.id DESC LIMIT " + page.limitAndOne())
                    .bind("user", caller.userId());
            wanted.ifPresent(text -> query.bind("like", like(text)));
            page.after().ifPresent(key -> query.bind("pinned", Boolean.parseBoolean(key.get(0)))
                    .bind("at", Ids.time(key.get(1), "cursor"))
                    .bind("last", Ids.parse(key.get(2), "cursor")));
            return query.map(Conversations::read).list();
        });
    }

    private Map<UUID, String> excerpts(List<UUID> conversations, String text) {
        var excerpts = new HashMap<UUID, String>();
        database.read(handle -> handle.createQuery(EXCERPTS)
                .bindList("ids", conversations)
                .bind("text", text)
                .bind("like", like(text))
                .bind("before", BEFORE_THE_MATCH)
                .bind("length", EXCERPT)
                .map((row, context) -> excerpts.put(row.getObject(1, UUID.class), row.getString(2)))
                .list());
        return excerpts;
    }

    private static String like(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
