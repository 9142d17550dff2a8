package org.atelier.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.atelier.database.Database;

/** The table {@code ledger}: appended to, never changed. */
final class LedgerStore {
    private static final int IDS_A_QUERY = 500;

    private final Database database;

    LedgerStore(Database database) {
        this.database = database;
    }

    /** All of them or none. */
    CompletableFuture<Void> append(List<LedgerLine> lines) {
        return database.submitRows(lines.stream().map(LedgerLine::row).toList());
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

    /** What somebody spent in a period; see {@link LedgerLine#spent()}. */
    record Spent(UUID userId, boolean demo, BigDecimal amount) {}

    List<Spent> spentSince(Instant start) {
        return database.read(handle -> handle.createQuery("""
                        SELECT user_id, demo,
                               sum(coalesce(cost, CASE WHEN charge = 'certainly_not' THEN 0 ELSE reserved END, 0)) AS amount
                          FROM ledger
                         WHERE opened_at >= :start
                         GROUP BY user_id, demo
                        """)
                .bind("start", start)
                .map((rows, context) -> new Spent(
                        rows.getObject("user_id", UUID.class), rows.getBoolean("demo"), rows.getBigDecimal("amount")))
                .list());
    }
}
