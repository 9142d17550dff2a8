package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.database.Database;
import org.atelier.database.Row;
import org.atelier.database.Table;
import org.atelier.provider.ChatMessage;
import org.jdbi.v3.core.statement.StatementContext;

/** Messages in the database: rows that never change, each with the one it follows. */
@ApplicationScoped
class Messages {
    private static final String SELECT = """
            SELECT m.id, m.conversation_id, m.parent_id, m.role, m.content, m.model, m.left_out, m.budget_capped, m.created_at
            FROM message m""";

    private static final Table TABLE = Table.of(
            "message",
            "id",
            "conversation_id",
            "parent_id",
            "role",
            "content",
            "model",
            "left_out",
            "budget_capped",
            "created_at");

    private static final String ANSWERS = """
            SELECT answer_id AS id, LENGTH(content) AS said, LENGTH(reasoning) + LENGTH(event_sizes) AS around FROM answer_end
            WHERE answer_id >= :first AND answer_id <= :last
            AND answer_id IN (SELECT id FROM message WHERE conversation_id = :in)""";

    private static final String WITH_ANSWERS = " FROM message m LEFT JOIN answer_end e ON e.answer_id = m.id ";
    private static final int IDS_AT_ONCE = 100;

    private final Database database;

    @Inject
    Messages(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected Messages() {
        this(null);
    }

    static Row row(MessageRow message) {
        return TABLE.row(
                message.id(),
                message.conversationId(),
                message.parentId().orElse(null),
                message.role().word(),
                message.content(),
                message.model().orElse(null),
                message.leftOut(),
                message.capped(),
                message.createdAt());
    }

    Optional<MessageRow> find(UUID conversation, UUID id) {
        return database.read(handle -> handle.createQuery(SELECT + " WHERE m.id = :id AND m.conversation_id = :in")
                .bind("id", id)
                .bind("in", conversation)
                .map(Messages::read)
                .findOne());
    }

    /** Two questions: for a join the database reads the answers of all conversations. */
    Tree tree(UUID conversation) {
        return database.read(handle -> {
            var nodes = new LinkedHashMap<UUID, Tree.Node>();
            handle.createQuery(
                            "SELECT id, parent_id, LENGTH(content) AS said FROM message WHERE conversation_id = :in ORDER BY id")
                    .bind("in", conversation)
                    .map((row, context) -> nodes.put(row.getObject("id", UUID.class), asked(row)))
                    .list();
            if (!nodes.isEmpty()) {
                var ids = List.copyOf(nodes.keySet());
                handle.createQuery(ANSWERS)
                        .bind("in", conversation)
                        .bind("first", ids.get(0))
                        .bind("last", ids.get(ids.size() - 1))
                        .map((row, context) -> nodes.computeIfPresent(row.getObject("id", UUID.class), answered(row)))
                        .list();
            }
            return new Tree(nodes);
        });
    }

    private static Tree.Node asked(ResultSet row) throws SQLException {
        long said = row.getLong("said");
        return new Tree.Node(Optional.ofNullable(row.getObject("parent_id", UUID.class)), said, said);
    }

    private static BiFunction<UUID, Tree.Node, Tree.Node> answered(ResultSet row) throws SQLException {
        long said = row.getLong("said");
        long around = row.getLong("around");
        return (id, node) -> new Tree.Node(node.parent(), node.said() + said, node.stored() + said + around);
    }

    /**
     * By the index of conversations and a range of ids: a list of ids alone the database looks for in the whole table.
     *
     * @return these messages of the conversation in this order
     */
    List<MessageRow> of(UUID conversation, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = database.read(handle -> handle
                .createQuery(SELECT + " WHERE m.conversation_id = :in AND m.id >= :first AND m.id <= :last")
                .bind("in", conversation)
                .bind("first", Collections.min(ids))
                .bind("last", Collections.max(ids))
                .map(Messages::read)
                .stream()
                .collect(Collectors.toMap(MessageRow::id, Function.identity())));
        return ids.stream().map(rows::get).toList();
    }

    /** @return what these messages say; answers that have not ended are missing, and empty is who said nothing */
    Map<UUID, Optional<ChatMessage>> said(List<UUID> ids) {
        var said = new HashMap<UUID, Optional<ChatMessage>>();
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE));
            database.read(handle -> handle.createQuery("SELECT m.id, m.role, COALESCE(e.content, m.content) AS content"
                            + WITH_ANSWERS + "WHERE m.id IN (<ids>) AND (m.role = 'user' OR e.answer_id IS NOT NULL)")
                    .bindList("ids", some)
                    .map((row, context) -> said.put(
                            row.getObject("id", UUID.class),
                            Author.of(row.getString("role")).said(row.getString("content"))))
                    .list());
        }
        return said;
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
                row.getBoolean("budget_capped"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
