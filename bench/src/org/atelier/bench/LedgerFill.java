package org.atelier.bench;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Writes ledger lines straight into the database file of a stopped server, spread over two years until now: four hundred people, the first of
 * whom are those who have accounts, fifty models of which few are asked often, three kinds, and one call in thirty that failed.
 *
 * <p>Arguments: the file, how many lines there are to be in the end.
 */
final class LedgerFill {
    private static final int AT_ONCE = 500_000;

    /** Numbers that look random and are the same every time. */
    private static final String NUMBERS = """
            CREATE TEMP TABLE numbers AS
            SELECT i, hash(i) AS dice, hash(i * 7 + 1) AS other,
                   epoch_ms(now()) - 63072000000 + i * (63072000000 // ?) AS ms
            FROM range(?, ?) AS all_of_them(i)""";

    private static final String LINES = """
            INSERT INTO ledger (id, user_id, kind, route, attempt, model_asked, model_answered, generation_id, outcome, charge, failure,
                                prompt_tokens, completion_tokens, cost, reserved, demo, latency_ms, first_token_ms, opened_at, ended_at)
            SELECT CAST(format('{:08x}-{:04x}-7{:03x}-8{:03x}-{:012x}', ms >> 16, ms & 65535, i % 4096, i // 4096 % 4096,
                        dice & 281474976710655) AS UUID),
                   coalesce((SELECT id FROM people WHERE place = dice % 400),
                            CAST(format('00000000-0000-7000-8000-{:012x}', dice % 400) AS UUID)),
                   kind, CASE kind WHEN 'text' THEN 'answer' ELSE kind END, 1, model, model, 'gen-' || i,
                   CASE WHEN bad THEN CASE other % 4 WHEN 0 THEN 'unknown' WHEN 1 THEN 'refused' WHEN 2 THEN 'cut' ELSE 'failed' END ELSE 'completed' END,
                   CASE WHEN bad THEN CASE other % 4 WHEN 1 THEN 'certainly_not' ELSE 'unknown' END ELSE 'certainly' END,
                   CASE WHEN bad THEN 'failed' END,
                   CASE kind WHEN 'text' THEN 100 + other % 4000 END, CASE kind WHEN 'text' THEN 50 + dice % 1500 END,
                   CASE WHEN NOT bad THEN CASE kind WHEN 'text' THEN 0.0001 * (1 + other % 300) WHEN 'image' THEN 0.04 ELSE 0.5 END END,
                   CASE kind WHEN 'text' THEN 0.05 WHEN 'image' THEN 0.04 ELSE 0.5 END,
                   i % 50 = 0, CAST(200 + exp(ln(30000) * (other % 10000) / 10000.0) AS bigint), 150 + other % 2000,
                   make_timestamptz(ms * 1000), make_timestamptz(ms * 1000 + 5000000)
            FROM (SELECT *, dice % 31 = 0 AS bad,
                         CASE WHEN other % 20 < 17 THEN 'text' WHEN other % 20 < 19 THEN 'image' ELSE 'video' END AS kind,
                         'bench/model-' || CAST(floor(50 * pow((dice % 1000) / 1000.0, 3)) AS integer) AS model
                  FROM numbers)
            ORDER BY i""";

    private LedgerFill() {}

    public static void main(String[] arguments) throws SQLException {
        var wanted = Long.parseLong(arguments[1]);
        try (var connection = new DuckDbFile(Path.of(arguments[0])).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMP TABLE people AS SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM account");
            long there;
            try (var count = statement.executeQuery("SELECT count(*) FROM ledger")) {
                count.next();
                there = count.getLong(1);
            }
            for (var from = there; from < wanted; from += AT_ONCE) {
                try (var numbers = connection.prepareStatement(NUMBERS)) {
                    numbers.setLong(1, wanted);
                    numbers.setLong(2, from);
                    numbers.setLong(3, Math.min(wanted, from + AT_ONCE));
                    numbers.execute();
                }
                statement.execute(LINES);
                statement.execute("DROP TABLE numbers");
            }
            statement.execute("CHECKPOINT");
        }
    }
}
