package org.atelier.usage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.atelier.database.Database;
import org.atelier.database.Row;
import org.atelier.database.Table;
import org.jdbi.v3.core.Handle;

/**
 * Which days are over and added up. Whoever appends or changes a line says so in the same commit ({@link #touch}); if its day was closed by then, what was
 * added up holds no more and the ledger itself answers for that day until it is added up anew.
 */
final class ClosedDays {
    private static final Table CLOSED = Table.of("usage_closed", "day", "changes", "rolled");
    private static final int NEVER = -1;
    private static final int ROWS_AT_ONCE = 500;

    private final Database database;

    /** The newest that is closed or about to be: lines of later days need not look. */
    private volatile int through;

    ClosedDays(Database database) {
        this.database = database;
        this.through = database.read(handle -> handle.createQuery("SELECT coalesce(max(day), -1) FROM usage_closed")
                .mapTo(int.class)
                .one());
    }

    /** Part of the unit of work that appends or changes lines of these days. */
    void touch(Handle handle, Collection<Integer> days) {
        for (int day : new TreeSet<>(days)) {
            if (day <= through) {
                handle.createUpdate("UPDATE usage_closed SET changes = changes + 1 WHERE day = :day")
                        .bind("day", day)
                        .execute();
            }
        }
    }

    /**
     * From now on lines of these days say that they come late, and all that came before is on disk when this returns: units of work that ran before
     * did not see the new bound, but they were committed before these rows.
     *
     * @param last the newest that is over
     */
    void closeThrough(int last) {
        int first = first(last);
        through = Math.max(through, last);
        for (int from = first; from <= last; from += ROWS_AT_ONCE) {
            database.append(IntStream.rangeClosed(from, Math.min(last, from + ROWS_AT_ONCE - 1))
                    .mapToObj(day -> CLOSED.row(day, 0L, (long) NEVER))
                    .toArray(Row[]::new));
        }
    }

    /** @return the day after the newest that is closed, or if there is none, the day of the oldest line */
    private int first(int last) {
        int newest = database.read(handle -> handle.createQuery("SELECT coalesce(max(day), -1) FROM usage_closed")
                .mapTo(int.class)
                .one());
        if (newest >= 0) {
            return newest + 1;
        }
        return database.read(handle -> handle.createQuery("SELECT min(opened_at) FROM ledger")
                .mapTo(Instant.class)
                .findOne()
                .map(Days::of)
                .orElse(last + 1));
    }

    /** A closed day. @param changes how often its lines changed since it was closed */
    record Closed(int day, long changes) {}

    /** @return those whose sums are missing or hold no more */
    List<Closed> stale() {
        return database.read(handle -> handle.createQuery(
                        "SELECT day, changes FROM usage_closed WHERE rolled <> changes ORDER BY day")
                .map((row, context) -> new Closed(row.getInt("day"), row.getLong("changes")))
                .list());
    }

    /** @return the days of a range whose sums hold, in their order */
    List<Integer> holding(int first, int last) {
        return database.read(handle -> handle.createQuery(
                        "SELECT day FROM usage_closed WHERE day BETWEEN :first AND :last AND rolled = changes ORDER BY day")
                .bind("first", first)
                .bind("last", last)
                .mapTo(Integer.class)
                .list());
    }

    /** Part of a unit of work that stores the sums of the day: they hold only if no line of it changed since they were read. */
    static void rolled(Handle handle, Closed read) {
        handle.createUpdate("UPDATE usage_closed SET rolled = :changes WHERE day = :day AND changes = :changes")
                .bind("day", read.day())
                .bind("changes", read.changes())
                .execute();
    }
}
