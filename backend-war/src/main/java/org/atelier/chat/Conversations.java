package org.atelier.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Far above what a person writes in; the longest system prompts are the reason for a limit. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private static final int CHARACTERS_AROUND_A_PROMPT = 300;

    private final Database database;
    private final Clock clock;

    /** Those that are in use. What changes one tells it here after its commit: one process owns the file. */
    private final Cache<UUID, Owned> inUse = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher(Conversations::characters)
            .build();

    private record Owned(UUID owner, Conversation conversation) {}

    private final Shelves shelves;

    /** Counts changes, so that what was read together with others is kept only if nothing changed meanwhile. */
    private final AtomicLong changes = new AtomicLong();

    @Inject
    Conversations(Database database) {
        this(database, Clock.systemUTC());
    }

    /** @param clock tells when one is deleted and how long it can be brought back */
    Conversations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.shelves = new Shelves(database);
    }

    /** For the container's proxy only. */
    protected Conversations() {
        this(null, null);
    }

    private static int characters(UUID id, Owned one) {
        return one.conversation().system().map(String::length).orElse(0) + CHARACTERS_AROUND_A_PROMPT;
    }

    /**
     * Every route that names a conversation comes through here.
     *
     * @throws Problem {@code not-found}, for a foreign one as for one that never was
     */
    Conversation owned(Caller caller, UUID id) {
        return Optional.ofNullable(inUse.get(id, this::open))
                .filter(one -> one.owner().equals(caller.userId()))
                .map(Owned::conversation)
                .orElseThrow(Conversations::absent);
    }

    private Owned open(UUID id) {
        return database.read(handle -> handle.createQuery(
                        "SELECT c.user_id, " + COLUMNS + " FROM conversation c WHERE c.id = :id AND " + OPEN)
                .bind("id", id)
                .map((row, context) -> new Owned(row.getObject("user_id", UUID.class), read(row, context)))
                .findOne()
                .orElse(null));
    }

    /** @return those on the shelf of a person that match, in the order of the list. @param after the last one of the page before */
    Stream<Shelf.Entry> list(UUID person, Optional<Shelf.Entry> after, Predicate<Shelf.Entry> wanted) {
        return shelves.list(person, after, wanted);
    }

    /** @return these, all of one person, in this order; those that are gone meanwhile are missing */
    List<Conversation> all(UUID person, List<UUID> ids) {
        long before = changes.get();
        var known = new HashMap<>(inUse.getAllPresent(ids));
        var missing = ids.stream().filter(id -> !known.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            var read = database.read(handle -> handle
                    .createQuery("SELECT " + COLUMNS + " FROM conversation c WHERE c.id IN (<ids>) AND " + OPEN)
                    .bindList("ids", missing)
                    .map(Conversations::read)
                    .stream()
                    .collect(Collectors.toMap(Conversation::id, one -> new Owned(person, one))));
            known.putAll(read);
            inUse.putAll(read);
            if (changes.get() != before) {
                inUse.invalidateAll(missing);
            }
        }
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Owned::conversation)
                .toList();
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
        shelves.changed(caller.userId(), made.id());
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
            changed(caller, id);
        }
    }

    private void changed(Caller caller, UUID id) {
        changes.incrementAndGet();
        inUse.invalidate(id);
        shelves.changed(caller.userId(), id);
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

    /** To be told after that row's commit. */
    void turned(UUID person, MessageRow answer, String ifUntitled) {
        changes.incrementAndGet();
        shelves.turned(person, answer, ifUntitled);
        inUse.asMap()
                .computeIfPresent(
                        answer.conversationId(),
                        (id, one) -> new Owned(one.owner(), one.conversation().continued(answer, ifUntitled)));
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
            changed(caller, id);
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
            changes.incrementAndGet();
            inUse.invalidate(id);
        }
    }

    /** Of somebody who is gone with all conversations. */
    void forget(UUID person) {
        shelves.forget(person);
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
