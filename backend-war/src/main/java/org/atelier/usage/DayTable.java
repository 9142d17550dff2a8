package org.atelier.usage;

import java.util.List;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.database.Row;
import org.atelier.database.Table;

/** The table {@code usage_day}: what the ledger's lines of a day come to, by person, model and kind. */
final class DayTable {
    private static final Table DAY = Table.of(
            "usage_day",
            "day",
            "user_id",
            "model",
            "kind",
            "demo",
            "calls",
            "failures",
            "prompt_tokens",
            "completion_tokens",
            "cost",
            "estimated",
            "unknown_costs");

    /** What is summed over lines; the same columns are summed over rows of the table. */
    static final String OF_LINES = """
            count(*) AS calls,
            count(CASE WHEN outcome NOT IN ('completed', 'stopped') THEN 1 END) AS failures,
            CAST(coalesce(sum(prompt_tokens), 0) AS bigint) AS prompt_tokens,
            CAST(coalesce(sum(completion_tokens), 0) AS bigint) AS completion_tokens,
            coalesce(sum(cost), 0) AS cost,
            coalesce(sum(CASE WHEN cost IS NULL AND charge <> 'certainly_not' THEN coalesce(estimate, reserved) END), 0) AS estimated,
            count(CASE WHEN cost IS NULL AND charge <> 'certainly_not' AND estimate IS NULL AND reserved IS NULL THEN 1 END) AS unknown_costs""";

    static final String OF_DAYS = """
            CAST(sum(calls) AS bigint) AS calls,
            CAST(sum(failures) AS bigint) AS failures,
            CAST(sum(prompt_tokens) AS bigint) AS prompt_tokens,
            CAST(sum(completion_tokens) AS bigint) AS completion_tokens,
            sum(cost) AS cost,
            sum(estimated) AS estimated,
            CAST(sum(unknown_costs) AS bigint) AS unknown_costs""";

    private final Database database;

    DayTable(Database database) {
        this.database = database;
    }

    /** @return the rows of that day as the ledger gives them now */
    List<Row> addedUp(int day) {
        return database.read(handle -> handle.createQuery("""
                        SELECT user_id, model_asked, kind, demo, %s
                          FROM ledger
                         WHERE opened_at >= :start AND opened_at < :end
                         GROUP BY user_id, model_asked, kind, demo
                        """.formatted(OF_LINES))
                .bind("start", Days.start(day))
                .bind("end", Days.start(day + 1))
                .map((row, context) -> DAY.row(
                        day,
                        row.getObject("user_id", UUID.class),
                        row.getString("model_asked"),
                        row.getString("kind"),
                        row.getBoolean("demo"),
                        row.getLong("calls"),
                        row.getLong("failures"),
                        row.getLong("prompt_tokens"),
                        row.getLong("completion_tokens"),
                        row.getBigDecimal("cost"),
                        row.getBigDecimal("estimated"),
                        row.getLong("unknown_costs")))
                .list());
    }

    /** In place of what was there. @param read as it was before its rows were added up */
    void store(ClosedDays.Closed read, List<Row> rows) {
        database.write(
                handle -> {
                    handle.createUpdate("DELETE FROM usage_day WHERE day = :day")
                            .bind("day", read.day())
                            .execute();
                    ClosedDays.rolled(handle, read);
                    return null;
                },
                rows);
    }
}
