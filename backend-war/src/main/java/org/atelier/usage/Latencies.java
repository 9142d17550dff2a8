package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.database.Database;
import org.atelier.usage.UsageWish.Group;
import org.atelier.usage.UsageWish.Range;

/**
 * How long answers took, exactly: percentiles cannot be added up, so they are asked of the ledger. Only calls count that were completed, from sending to
 * the end; of a film until it was accepted.
 */
@ApplicationScoped
class Latencies {
    private final Database database;

    @Inject
    Latencies(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected Latencies() {
        this(null);
    }

    /** Milliseconds. @param p50 half of the calls took at most so long @param p95 nineteen of twenty did */
    record Percentiles(long p50, long p95) {}

    /** @return by name of the group; all calls together under the empty one */
    Map<Optional<String>, Percentiles> of(Group group, Range range, boolean demo) {
        var found = new HashMap<Optional<String>, Percentiles>();
        ask(group.ofLines(), range, demo).forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        // A question of its own: with both in one the database sorts everything by the groups' names once more.
        ask("NULL", range, demo).forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** @param group the SQL of what lines are put together by */
    private List<Map.Entry<Optional<String>, Percentiles>> ask(String group, Range range, boolean demo) {
        return database.read(handle -> handle.createQuery("""
                        SELECT CAST(own AS varchar) AS name, percentile_disc(0.5) WITHIN GROUP (ORDER BY latency_ms) AS p50,
                               percentile_disc(0.95) WITHIN GROUP (ORDER BY latency_ms) AS p95
                          FROM (SELECT %s AS own, latency_ms
                                  FROM ledger
                                 WHERE opened_at >= :start AND opened_at < :end AND demo = :demo
                                   AND outcome = 'completed' AND latency_ms IS NOT NULL) AS answered
                         GROUP BY own
                        """.formatted(group))
                .bind("start", Days.start(range.first()))
                .bind("end", Days.start(range.last() + 1))
                .bind("demo", demo)
                .map((row, context) -> Map.entry(
                        Optional.ofNullable(row.getString("name")),
                        new Percentiles(row.getLong("p50"), row.getLong("p95"))))
                .list());
    }
}
