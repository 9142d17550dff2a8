package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atelier.database.Database;
import org.atelier.usage.UsageWish.Group;
import org.atelier.usage.UsageWish.Range;

/** Adds up calls over any days: those that are over out of what the writer keeps of them, all others, today among them, out of the ledger. */
@ApplicationScoped
class UsageSums {
    /** Gaps between days that hold, each of which is a question of its own; more of them are asked of the ledger as one. */
    private static final int MOST_GAPS = 8;

    private final Database database;
    private final Ledger ledger;

    @Inject
    UsageSums(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** For the container's proxy only. */
    protected UsageSums() {
        this(null, null);
    }

    /** Whose sums these are. @param name of the group as text */
    record Key(String name, boolean demo) {}

    Map<Key, UsageFigures> of(Group group, Range range) {
        var holding = ledger.store().closedDays().holding(range.first(), range.last());
        var sums = new HashMap<Key, UsageFigures>();
        var gaps = gaps(holding, range);
        for (var part : parts(gaps, range)) {
            addDays(sums, group, part);
        }
        for (var gap : gaps) {
            addLines(sums, group, gap);
        }
        return sums;
    }

    /** @return where the range has days that do not hold; neighbours are one */
    static List<Range> gaps(List<Integer> holding, Range range) {
        var gaps = new ArrayList<Range>();
        int next = range.first();
        for (int day : holding) {
            if (day > next) {
                gaps.add(new Range(next, day - 1));
            }
            next = day + 1;
        }
        if (next <= range.last()) {
            gaps.add(new Range(next, range.last()));
        }
        return gaps.size() <= MOST_GAPS
                ? gaps
                : List.of(
                        new Range(gaps.get(0).first(), gaps.get(gaps.size() - 1).last()));
    }

    /** @return what of the range lies between the gaps */
    private static List<Range> parts(List<Range> gaps, Range range) {
        var parts = new ArrayList<Range>();
        int next = range.first();
        for (var gap : gaps) {
            if (gap.first() > next) {
                parts.add(new Range(next, gap.first() - 1));
            }
            next = gap.last() + 1;
        }
        if (next <= range.last()) {
            parts.add(new Range(next, range.last()));
        }
        return parts;
    }

    private void addDays(Map<Key, UsageFigures> sums, Group group, Range part) {
        add(sums, database.read(handle -> handle.createQuery("""
                        SELECT %s AS name, demo, %s
                          FROM usage_day
                         WHERE day BETWEEN :first AND :last
                         GROUP BY 1, 2
                        """.formatted(group.ofDays(), DayTable.OF_DAYS))
                .bind("first", part.first())
                .bind("last", part.last())
                .map((row, context) ->
                        Map.entry(new Key(row.getString("name"), row.getBoolean("demo")), UsageFigures.read(row)))
                .list()));
    }

    private void addLines(Map<Key, UsageFigures> sums, Group group, Range gap) {
        add(sums, database.read(handle -> handle.createQuery("""
                        SELECT %s AS name, demo, %s
                          FROM ledger
                         WHERE opened_at >= :start AND opened_at < :end
                         GROUP BY 1, 2
                        """.formatted(group.ofLines(), DayTable.OF_LINES))
                .bind("start", Days.start(gap.first()))
                .bind("end", Days.start(gap.last() + 1))
                .map((row, context) ->
                        Map.entry(new Key(row.getString("name"), row.getBoolean("demo")), UsageFigures.read(row)))
                .list()));
    }

    private static void add(Map<Key, UsageFigures> sums, List<Map.Entry<Key, UsageFigures>> found) {
        found.forEach(entry -> sums.merge(entry.getKey(), entry.getValue(), UsageFigures::plus));
    }
}
