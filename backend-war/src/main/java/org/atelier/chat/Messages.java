package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.database.Database;
import org.atelier.provider.ChatMessage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Messages in the database: rows that never change, and the branches that their parents make of them. */
@ApplicationScoped
class Messages {
    private static final String SELECT = """
            SELECT m.id, m.conversation_id, m.parent_id, m.role, m.content, m.model, m.left_out, m.created_at
            FROM message m""";

    private static final String WITH_ANSWERS =
            " FROM message m LEFT JOIN answer_end e ON e.answer_id = m.id WHERE m.id IN (<ids>)";
    private static final int SIZES_AT_ONCE = 100;

    /** What of a message counts where texts are too long to be read all. */
    enum Weight {
        SAID("LENGTH(m.content) + COALESCE(LENGTH(e.content), 0)"),
        STORED("LENGTH(m.content) + COALESCE(LENGTH(e.content) + LENGTH(e.reasoning) + LENGTH(e.event_sizes), 0)");

        private final String characters;

        Weight(String characters) {
            this.characters = characters;
        }
    }

    private final Database database;

    @Inject
    Messages(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected Messages() {
        this(null);
    }

    /** Part of a unit that stores messages together with what belongs to them. */
    static void insert(Handle handle, MessageRow row) {
        handle.createUpdate("""
                        INSERT INTO message (id, conversation_id, parent_id, role, content, model, left_out, created_at)
                        VALUES (:id, :conversation, :parent, :role, :content, :model, :leftOut, :created)""")
                .bind("id", row.id())
                .bind("conversation", row.conversationId())
                .bind("parent", row.parentId().orElse(null))
                .bind("role", row.role().word())
                .bind("content", row.content())
                .bind("model", row.model().orElse(null))
                .bind("leftOut", row.leftOut())
                .bind("created", row.createdAt())
                .execute();
    }

    Optional<MessageRow> find(UUID conversation, UUID id) {
        return database.read(handle -> handle.createQuery(SELECT + " WHERE m.id = :id AND m.conversation_id = :in")
                .bind("id", id)
                .bind("in", conversation)
                .map(Messages::read)
                .findOne());
    }

    /** @return ids of all messages, newest first */
    List<UUID> ids(UUID conversation) {
        return parents(conversation).keySet().stream().sorted(NEWEST_FIRST).toList();
    }

    /** @return ids of a branch, from its end to its first message */
    List<UUID> branch(UUID conversation, UUID end) {
        var parents = parents(conversation);
        var branch = new ArrayList<UUID>();
        for (UUID id = end; id != null && parents.containsKey(id) && branch.size() < parents.size(); ) {
            branch.add(id);
            id = parents.get(id).orElse(null);
        }
        return branch;
    }

    /** Java compares UUIDs as signed numbers; ours begin with the time, which is far from the sign. */
    private static final Comparator<UUID> NEWEST_FIRST = Comparator.reverseOrder();

    private Map<UUID, Optional<UUID>> parents(UUID conversation) {
        return database.read(handle -> {
            var parents = new HashMap<UUID, Optional<UUID>>();
            handle.createQuery("SELECT id, parent_id FROM message WHERE conversation_id = :in")
                    .bind("in", conversation)
                    .map((row, context) -> Map.entry(
                            row.getObject("id", UUID.class),
                            Optional.ofNullable(row.getObject("parent_id", UUID.class))))
                    .forEach(entry -> parents.put(entry.getKey(), entry.getValue()));
            return parents;
        });
    }

    /** @return these messages in this order */
    List<MessageRow> of(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = database.read(handle ->
                handle.createQuery(SELECT + " WHERE m.id IN (<ids>)").bindList("ids", ids).map(Messages::read).stream()
                        .collect(Collectors.toMap(MessageRow::id, Function.identity())));
        return ids.stream().map(rows::get).toList();
    }

    /** @return how many of them, from the first, have together at most so many characters; at least one, if there is one */
    int fitting(List<UUID> ids, Weight weight, long most) {
        long left = most;
        for (int i = 0; i < ids.size(); i += SIZES_AT_ONCE) {
            var some = ids.subList(i, Math.min(ids.size(), i + SIZES_AT_ONCE));
            var sizes = sizes(some, weight);
            for (int j = 0; j < some.size(); j++) {
                left -= sizes.getOrDefault(some.get(j), 0L);
                if (left < 0) {
                    return Math.max(1, i + j);
                }
            }
        }
        return ids.size();
    }

    private Map<UUID, Long> sizes(List<UUID> ids, Weight weight) {
        return database.read(handle -> handle
                .createQuery("SELECT m.id, " + weight.characters + " AS size" + WITH_ANSWERS)
                .bindList("ids", ids)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getLong("size")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** @return what these messages say, in this order; answers without text are left out */
    List<ChatMessage> said(List<UUID> ids) {
        if (ids.isEmpty()) {
            return new ArrayList<>();
        }
        var said = database.read(handle -> handle
                .createQuery("SELECT m.id, m.role, COALESCE(e.content, m.content) AS content" + WITH_ANSWERS)
                .bindList("ids", ids)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), said(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return ids.stream().map(said::get).flatMap(Optional::stream).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Optional<ChatMessage> said(ResultSet row) throws SQLException {
        var role = Author.of(row.getString("role"));
        return Optional.of(row.getString("content"))
                .filter(content -> !content.isBlank())
                .map(content -> role == Author.USER ? ChatMessage.user(content) : ChatMessage.assistant(content));
    }

    static MessageRow read(ResultSet row, StatementContext context) throws SQLException {
        return new MessageRow(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                Optional.ofNullable(row.getObject("parent_id", UUID.class)),
                Author.of(row.getString("role")),
                row.getString("content"),
                Optional.ofNullable(row.getString("model")),
                row.getInt("left_out"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
