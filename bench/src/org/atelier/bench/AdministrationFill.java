package org.atelier.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes what administrators have lists of, beside the ledger, straight into the database file of a stopped server: accounts for the four hundred
 * people of {@link LedgerFill}, a hundred thousand jobs and half a million lines of the audit, over two years. Does nothing where it was before.
 *
 * <p>Arguments: the file.
 */
final class AdministrationFill {
    private static final String PEOPLE = """
            INSERT INTO account (id, email, display_name, role, status, created_at, origin)
            SELECT CAST(format('00000000-0000-7000-8000-{:012x}', i) AS UUID), 'person-' || i || '@example.org',
                   ['Ada', 'Grace', 'Karl', 'Emmy', 'Alan', 'Lise'][1 + i % 6] || ' ' || ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir'][1 + i % 5] || ' ' || i,
                   CASE WHEN i % 100 = 7 THEN 'ADMIN' ELSE 'USER' END, CASE WHEN i % 50 = 9 THEN 'PENDING' WHEN i % 20 = 3 THEN 'DISABLED' ELSE 'ACTIVE' END,
                   now() - i * INTERVAL 1 DAY, 'MADE'
            FROM range(1, 400) AS numbers(i)""";

    private static final String JOBS = """
            INSERT INTO job (id, user_id, kind, model, parameters, status, history, media, estimated_cost, cost, error, created_at, finished_at, hidden)
            SELECT CAST(format('{:08x}-{:04x}-7{:03x}-8{:03x}-{:012x}', ms >> 16, ms & 65535, i % 4096, i // 4096 % 4096,
                        hash(i * 3 + 1) & 281474976710655) AS UUID),
                   CAST(format('00000000-0000-7000-8000-{:012x}', 1 + i % 399) AS UUID),
                   kind, 'bench/model-' || i % 8,
                   '{"model":"bench/model-' || i % 8 || '","prompt":"A lonely harbour beside a heron, number ' || i || '"}', status,
                   '[{"status":"queued","at":"' || strftime(made, '%Y-%m-%dT%H:%M:%SZ') || '","reason":null},{"status":"' || status || '","at":"'
                       || strftime(made, '%Y-%m-%dT%H:%M:%SZ') || '","reason":null}]',
                   '[]', 0.04, CASE WHEN status = 'completed' THEN 0.04 END,
                   CASE WHEN status = 'failed' THEN '{"type":"/api/problems/provider-failed","title":"The provider failed","status":502}' END,
                   made, made + INTERVAL 40 SECOND, false
            FROM (SELECT i, ms, make_timestamp(ms * 1000) AS made, CASE WHEN i % 4 = 0 THEN 'video' ELSE 'image' END AS kind,
                         CASE WHEN i % 10 = 5 THEN 'failed' WHEN i % 50 = 7 THEN 'cancelled' ELSE 'completed' END AS status
                  FROM (SELECT i, epoch_ms(now()) - 63072000000 + i * (63072000000 // 100000) AS ms FROM range(0, 100000) AS numbers(i)))
            ORDER BY i""";

    private static final String AUDIT = """
            INSERT INTO audit (id, happened_at, action, actor_id, actor_email, address, request_id, target_kind, target_id, target_label, person_id,
                               fields_before, fields_after)
            SELECT CAST(format('{:08x}-{:04x}-7{:03x}-8{:03x}-{:012x}', ms >> 16, ms & 65535, i % 4096, i // 4096 % 4096,
                        hash(i * 5 + 2) & 281474976710655) AS UUID),
                   make_timestamptz(ms * 1000), ['sign-in', 'sign-in', 'sign-out', 'sign-in-failed', 'budget.changed', 'key.created'][1 + i % 6],
                   person, 'person-' || 1 + i % 399 || '@example.org', '192.0.2.' || i % 250, 'bench-' || i, 'user', CAST(person AS VARCHAR),
                   'person-' || 1 + i % 399 || '@example.org', person, NULL, CASE WHEN i % 6 = 4 THEN '{"amount":"' || i % 90 || '"}' END
            FROM (SELECT i, epoch_ms(now()) - 63072000000 + i * (63072000000 // 500000) AS ms,
                         CAST(format('00000000-0000-7000-8000-{:012x}', 1 + i % 399) AS UUID) AS person
                  FROM range(0, 500000) AS numbers(i))
            ORDER BY i""";

    private AdministrationFill() {}

    public static void main(String[] arguments) throws SQLException {
        try (var connection = new DuckDbFile(Path.of(arguments[0])).getConnection();
                var statement = connection.createStatement()) {
            try (var people = statement.executeQuery("SELECT count(*) FROM account")) {
                people.next();
                if (people.getLong(1) > 1) {
                    return;
                }
            }
            for (var rows : List.of(PEOPLE, JOBS, AUDIT, "CHECKPOINT")) {
                statement.execute(rows);
            }
        }
    }
}
