package org.atelier.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.atelier.database.Database;
import org.atelier.provider.Usage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The table {@code ledger}: appended to, and changed only where a cost or an outcome becomes known. */
final class LedgerStore {
    private static final int IDS_A_QUERY = 500;

    /** What a line takes from its owner; see {@link LedgerLine#spent()}. */
    static final String SPENT =
            "coalesce(cost, CASE WHEN charge = 'certainly_not' THEN 0 ELSE coalesce(estimate, reserved) END, 0)";

    private final Database database;
    private final ClosedDays closed;

    LedgerStore(Database database) {
        this.database = database;
        this.closed = new ClosedDays(database);
    }

    ClosedDays closedDays() {
        return closed;
    }

    /** All of them or none. */
    CompletableFuture<Void> append(List<LedgerLine> lines) {
        var days = lines.stream()
                .map(line -> Days.of(line.intent().openedAt()))
                .distinct()
                .toList();
        return database.submit(
                handle -> {
                    closed.touch(handle, days);
                    return null;
                },
                lines.stream().map(LedgerLine::row).toList());
    }

    /** @return completed when all that was appended before is on disk or refused */
    CompletableFuture<Void> barrier() {
        return database.submitRows(List.of());
    }

    /** @return those of the ids that have a line */
    Set<UUID> known(Collection<UUID> ids) {
        var known = new HashSet<UUID>();
        var rest = List.copyOf(ids);
        for (int from = 0; from < rest.size(); from += IDS_A_QUERY) {
            var some = rest.subList(from, Math.min(rest.size(), from + IDS_A_QUERY));
            known.addAll(database.read(handle -> handle.createQuery("SELECT id FROM ledger WHERE id IN (<ids>)")
                    .bindList("ids", some)
                    .mapTo(UUID.class)
                    .list()));
        }
        return known;
    }

    /** Lines of calls that ended without saying their cost, though the provider can be asked. */
    List<Unpriced> unpricedSince(Instant start) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, user_id, key_id, generation_id, coalesce(estimate, reserved, 0) AS counted, opened_at
                          FROM ledger
                         WHERE cost IS NULL AND generation_id IS NOT NULL AND charge <> 'certainly_not' AND NOT demo
                           AND opened_at >= :start
                        """)
                .bind("start", start)
                .map((rows, context) -> new Unpriced(
                        rows.getObject("id", UUID.class),
                        rows.getObject("user_id", UUID.class),
                        Optional.ofNullable(rows.getObject("key_id", UUID.class)),
                        rows.getString("generation_id"),
                        rows.getBigDecimal("counted"),
                        rows.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** @return whether this was the one that settled it: a line takes a cost once */
    CompletableFuture<Boolean> settle(Unpriced line, BigDecimal cost, Usage usage) {
        return database.submit(handle -> changed(
                handle,
                line.openedAt(),
                handle.createUpdate("""
                        UPDATE ledger
                           SET cost = :cost, charge = 'certainly', prompt_tokens = :prompt, completion_tokens = :completion
                         WHERE id = :id AND cost IS NULL
                        """)
                        .bind("id", line.id())
                        .bind("cost", cost)
                        .bind("prompt", usage.promptTokens())
                        .bind("completion", usage.completionTokens())));
    }

    private boolean changed(Handle handle, Instant openedAt, Update update) {
        closed.touch(handle, List.of(Days.of(openedAt)));
        return update.execute() == 1;
    }

    /** A line without a cost. @param amount what counts as spent until there is one */
    record Unsettled(UUID id, UUID userId, Optional<UUID> keyId, BigDecimal amount, boolean demo, Instant openedAt) {}

    /** @return empty when there is no such line, or it has its cost */
    Optional<Unsettled> unsettled(UUID line) {
        return database.read(handle -> handle.createQuery("""
                        SELECT user_id, key_id, %s AS counted, demo, opened_at
                          FROM ledger
                         WHERE id = :id AND cost IS NULL
                        """.formatted(SPENT))
                .bind("id", line)
                .map((rows, context) -> new Unsettled(
                        line,
                        rows.getObject("user_id", UUID.class),
                        Optional.ofNullable(rows.getObject("key_id", UUID.class)),
                        rows.getBigDecimal("counted"),
                        rows.getBoolean("demo"),
                        rows.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /** As {@link #settle(Unpriced, BigDecimal, Usage)} for a line whose outcome becomes known together with its cost. */
    boolean settle(Unsettled line, BigDecimal cost, Outcome outcome) {
        return database.write(handle -> changed(
                handle,
                line.openedAt(),
                handle.createUpdate(
                                "UPDATE ledger SET cost = :cost, charge = 'certainly', outcome = :outcome WHERE id = :id AND cost IS NULL")
                        .bind("id", line.id())
                        .bind("cost", cost)
                        .bind("outcome", outcome.word())));
    }

    /** What became of a call whose cost is not known. */
    void amend(Unsettled line, Outcome outcome) {
        database.write(handle -> changed(
                handle,
                line.openedAt(),
                handle.createUpdate("UPDATE ledger SET outcome = :outcome WHERE id = :id AND cost IS NULL")
                        .bind("id", line.id())
                        .bind("outcome", outcome.word())));
    }

    /** What somebody spent in a period; see {@link LedgerLine#spent()}. */
    record Spent(UUID userId, boolean demo, BigDecimal amount) {}

    List<Spent> spentSince(Instant start) {
        return database.read(handle -> handle.createQuery("""
                        SELECT user_id, demo, sum(%s) AS amount
                          FROM ledger
                         WHERE opened_at >= :start
                         GROUP BY user_id, demo
                        """.formatted(SPENT))
                .bind("start", start)
                .map((rows, context) -> new Spent(
                        rows.getObject("user_id", UUID.class), rows.getBoolean("demo"), rows.getBigDecimal("amount")))
                .list());
    }

    /** As {@link Spent}, of what was asked with a key. */
    record SpentWithKey(UUID keyId, boolean demo, BigDecimal amount) {}

    List<SpentWithKey> spentWithKeysSince(Instant start) {
        return database.read(handle -> handle.createQuery("""
                        SELECT key_id, demo, sum(%s) AS amount
                          FROM ledger
                         WHERE opened_at >= :start AND key_id IS NOT NULL
                         GROUP BY key_id, demo
                        """.formatted(SPENT))
                .bind("start", start)
                .map((rows, context) -> new SpentWithKey(
                        rows.getObject("key_id", UUID.class), rows.getBoolean("demo"), rows.getBigDecimal("amount")))
                .list());
    }
}
