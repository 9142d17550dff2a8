package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.atelier.database.Database;
import org.atelier.database.Row;
import org.atelier.database.Table;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Conversations in the database, and the one place that decides who may see one. */
@ApplicationScoped
class Conversations {
    private static final Table TABLE = Table.of(
            "conversation",
            "id",
            "user_id",
            "title",
            "model",
            "system_prompt",
            "temperature",
            "max_tokens",
            "pinned",
            "head_id",
            "created_at",
            "updated_at",
            "deleted_at");
    private static final Table TURN = Table.changing("conversation", "id", "head_id", "model", "updated_at", "title")
            .keeping("title");
    static final String COLUMNS = "c.id, c.title, c.model, c.system_prompt, c.temperature, c.max_tokens, c.pinned,"
            + " c.head_id, c.created_at, c.updated_at";

    static final String OPEN = "c.deleted_at IS NULL";

    /** How long a deleted one can be brought back; {@link Purge} comes later. */
    static final Duration RESTORABLE = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;

    private final ConversationsInUse inUse;

    @Inject
    Conversations(Database database) {
        this(database, Clock.systemUTC());
    }

    /** @param clock tells when one is deleted and how long it can be brought back */
    Conversations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.inUse = new ConversationsInUse(database);
    }

    /** For the container's proxy only. */
    protected Conversations() {
        this(null, null);
    }

    /**
     * Every route that names a conversation comes through here.
     *
     * @throws Problem {@code not-found}, for a foreign one as for one that never was
     */
    Conversation owned(Caller caller, UUID id) {
        return inUse.of(caller.userId(), id).orElseThrow(Conversations::absent);
    }

    ConversationsInUse inUse() {
        return inUse;
    }

    private static Optional<Conversation> find(Handle handle, Caller caller, UUID id) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM conversation c WHERE c.id = :id AND c.user_id = :user AND " + OPEN)
                .bind("id", id)
                .bind("user", caller.userId())
                .map(Conversations::read)
                .findOne();
    }

    private static Problem absent() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no such conversation. It may have been deleted.");
    }

    Conversation create(Caller caller, UnaryOperator<Conversation> wishes) {
        var made = wishes.apply(Conversation.begun(Database.newId(), now()));
        database.append(TABLE.row(
                made.id(),
                caller.userId(),
                made.title(),
                made.model().orElse(null),
                made.system().orElse(null),
                made.temperature().map(BigDecimal::valueOf).orElse(null),
                made.maxTokens().orElse(null),
                made.pinned(),
                null,
                made.createdAt(),
                made.updatedAt(),
                null));
        inUse.changed(caller.userId(), made.id());
        return made;
    }

    /**
     * Changes what is there at the moment of the change, so that nothing is lost that happens at the same time.
     *
     * @param change applied twice: before, so that what it refuses costs the writer nothing, and where it counts
     */
    Conversation change(Caller caller, UUID id, UnaryOperator<Conversation> change) {
        change.apply(owned(caller, id));
        try {
            return database.write(handle -> {
                var changed = change.apply(find(handle, caller, id).orElseThrow(Conversations::absent));
                save(handle, changed);
                return changed;
            });
        } finally {
            inUse.changed(caller.userId(), id);
        }
    }

    private static void save(Handle handle, Conversation changed) {
        handle.createUpdate("""
                        UPDATE conversation SET title = :title, model = :model, system_prompt = :system,
                            temperature = :temperature, max_tokens = :maxTokens, pinned = :pinned, head_id = :head WHERE id = :id""")
                .bind("title", changed.title())
                .bind("model", changed.model().orElse(null))
                .bind("system", changed.system().orElse(null))
                .bind(
                        "temperature",
                        changed.temperature().map(BigDecimal::valueOf).orElse(null))
                .bind("maxTokens", changed.maxTokens().orElse(null))
                .bind("pinned", changed.pinned())
                .bind("head", changed.headId().orElse(null))
                .bind("id", changed.id())
                .execute();
    }

    /** Goes with the rows of a turn: the branch that is shown ends there now. @param ifUntitled its title, if it has none yet */
    static Row turn(MessageRow answer, String ifUntitled) {
        return TURN.row(
                answer.conversationId(), answer.id(), answer.model().orElseThrow(), answer.createdAt(), ifUntitled);
    }

    /** Hides it; it can be brought back for 30 days. */
    void delete(Caller caller, UUID id) {
        mark(caller, id, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    Conversation restore(Caller caller, UUID id) {
        var conversation =
                database.read(handle -> restorable(handle, caller, id)).orElseThrow(Conversations::absent);
        mark(caller, id, null);
        return conversation;
    }

    private Optional<Conversation> restorable(Handle handle, Caller caller, UUID id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM conversation c WHERE c.id = :id AND c.user_id = :user"
                        + " AND (" + OPEN + " OR c.deleted_at > :earliest)")
                .bind("id", id)
                .bind("user", caller.userId())
                .bind("earliest", clock.instant().minus(RESTORABLE))
                .map(Conversations::read)
                .findOne();
    }

    private void mark(Caller caller, UUID id, Instant deletedAt) {
        try {
            database.write(handle -> handle.createUpdate("UPDATE conversation SET deleted_at = :at WHERE id = :id")
                    .bind("at", deletedAt)
                    .bind("id", id)
                    .execute());
        } finally {
            inUse.changed(caller.userId(), id);
        }
    }

    /** @return all of them, deleted ones too */
    List<UUID> everyOneOf(UUID user) {
        return database.read(handle -> handle.createQuery("SELECT id FROM conversation WHERE user_id = :user")
                .bind("user", user)
                .mapTo(UUID.class)
                .list());
    }

    /** For good, when its messages are gone. */
    void erase(UUID id) {
        try {
            database.write(handle -> handle.createUpdate("DELETE FROM conversation WHERE id = :id")
                    .bind("id", id)
                    .execute());
        } finally {
            inUse.erased(id);
        }
    }

    /** Both databases keep microseconds. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    static Conversation read(ResultSet row, StatementContext context) throws SQLException {
        return new Conversation(
                row.getObject("id", UUID.class),
                row.getString("title"),
                Optional.ofNullable(row.getString("model")),
                Optional.ofNullable(row.getString("system_prompt")),
                Optional.ofNullable(row.getBigDecimal("temperature")).map(BigDecimal::doubleValue),
                Optional.ofNullable(row.getObject("max_tokens", Integer.class)),
                row.getBoolean("pinned"),
                Optional.ofNullable(row.getObject("head_id", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
