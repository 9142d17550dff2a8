package org.atelier.jobs;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.atelier.database.Database;

/** What outlives a power cut beside the rows of jobs: the money journal, the ledger's lines, and what a provider was sent. */
final class Books {
    /** A request that may leave. @param ended how, as the ledger says; null while nobody knows */
    private record Intent(UUID id, UUID job, long turn) {}

    private final Database database;
    private final List<Intent> journal = new ArrayList<>();
    private final Map<UUID, Integer> sent = new HashMap<>();
    private final Map<UUID, String> charges = new HashMap<>();

    Books(Database database) {
        this.database = database;
    }

    /** In the journal, from now on for good. @return by which it ends */
    UUID announce(Job job) {
        var intent = new Intent(UUID.randomUUID(), job.id(), job.turns());
        journal.add(intent);
        return intent.id();
    }

    void send(Job job) {
        sent.merge(job.id(), 1, Integer::sum);
    }

    int sent(UUID job) {
        return sent.getOrDefault(job, 0);
    }

    /** @param charge as the ledger's column has it */
    void end(UUID intent, String charge) {
        var opened = journal.stream()
                .filter(one -> one.id().equals(intent))
                .findFirst()
                .orElseThrow();
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO ledger (id, user_id, kind, route, message_id, attempt, model_asked, outcome, charge, demo, opened_at, ended_at)
                        VALUES (:id, :id, 'video', 'video', :job, 1, 'm', 'unknown', :charge, false, :now, :now)""")
                .bind("id", intent)
                .bind("job", opened.job())
                .bind("charge", charge)
                .bind("now", OffsetDateTime.now())
                .execute());
        charges.put(intent, charge);
    }

    /** As the ledger does at a start. */
    void closeWhatACutLeftOpen() {
        journal.stream()
                .filter(intent -> !charges.containsKey(intent.id()))
                .forEach(intent -> end(intent.id(), "unknown"));
    }

    /** @return whether a job's present turn may have been paid for */
    boolean mayBePaid(Job job) {
        return journal.stream()
                .filter(intent -> intent.job().equals(job.id()) && intent.turn() == job.turns())
                .anyMatch(intent -> !"certainly_not".equals(charges.get(intent.id())));
    }

    /** The first to come. */
    void settle(Job job, BigDecimal cost) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE ledger SET cost = :cost, charge = 'certainly'
                        WHERE message_id = :job AND charge <> 'certainly_not' AND cost IS NULL""")
                .bind("job", job.id())
                .bind("cost", cost)
                .execute());
    }

    long announced(UUID job) {
        return journal.stream().filter(intent -> intent.job().equals(job)).count();
    }

    List<Map<String, Object>> lines(UUID job) {
        return database.read(handle -> handle.createQuery("SELECT charge, cost FROM ledger WHERE message_id = :job")
                .bind("job", job)
                .mapToMap()
                .list());
    }

    /** The machine's clock was another one when all of this was written. */
    void written(int daysFromNow) {
        var then = OffsetDateTime.now().plusDays(daysFromNow);
        for (var table : List.of("ledger SET opened_at = :then, ended_at = :then", "job SET created_at = :then")) {
            database.write(handle ->
                    handle.createUpdate("UPDATE " + table).bind("then", then).execute());
        }
    }
}
