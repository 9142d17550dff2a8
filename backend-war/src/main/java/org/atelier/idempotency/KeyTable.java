package org.atelier.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code idempotency_key}. */
final class KeyTable {
    private static final String THIS_KEY = " WHERE user_id = :user AND path = :path AND given = :given";

    private KeyTable() {}

    /** What is known of a key. */
    record Entry(String digest, UUID runId, State state, Optional<String> answer) {
        Claim claim() {
            return state == State.ANSWERED ? new Claim.Answered(runId, answer) : new Claim.Unsettled(runId);
        }
    }

    /** @return what holds the key: neither a freed nor an expired entry does */
    static Optional<Entry> holder(Handle handle, RequestKey key, Instant expired) {
        var query = handle.createQuery("SELECT digest, run_id, state, answer FROM idempotency_key" + THIS_KEY
                        + " AND state <> 'free' AND begun_at > :expired")
                .bind("expired", expired);
        return bind(query, key)
                .map((row, context) -> new Entry(
                        row.getString("digest"),
                        row.getObject("run_id", UUID.class),
                        State.of(row.getString("state")),
                        Optional.ofNullable(row.getString("answer"))))
                .findOne();
    }

    /** To be called only when nothing holds the key. */
    static void take(Handle handle, Claim.Fresh claim, UUID run, State state, Instant now) {
        var again = handle.createUpdate("UPDATE idempotency_key SET digest = :digest, run_id = :run, state = :state,"
                + " answer = NULL, begun_at = :now" + THIS_KEY);
        if (bind(again, claim, run, state, now).execute() == 0) {
            var first = handle.createUpdate("""
                    INSERT INTO idempotency_key (user_id, path, given, digest, run_id, state, begun_at)
                    VALUES (:user, :path, :given, :digest, :run, :state, :now)""");
            bind(first, claim, run, state, now).execute();
        }
    }

    static void settle(Handle handle, RequestKey key, State state, String answer) {
        var update = handle.createUpdate("UPDATE idempotency_key SET state = :state, answer = :answer" + THIS_KEY
                        + " AND state = 'running'")
                .bind("state", state.word())
                .bind("answer", answer);
        bind(update, key).execute();
    }

    /** @return whether there may be more */
    static boolean purgeSome(Handle handle, Instant before, int most) {
        var upTo = handle.createQuery("SELECT begun_at FROM idempotency_key WHERE begun_at < :before"
                        + " ORDER BY begun_at LIMIT 1 OFFSET " + (most - 1))
                .bind("before", before)
                .mapTo(Instant.class)
                .findOne();
        handle.createUpdate(
                        "DELETE FROM idempotency_key WHERE begun_at " + (upTo.isPresent() ? "<=" : "<") + " :before")
                .bind("before", upTo.orElse(before))
                .execute();
        return upTo.isPresent();
    }

    /** @return how many were removed */
    static int eraseSome(Handle handle, UUID userId, int most) {
        return handle.createUpdate("DELETE FROM idempotency_key WHERE user_id = :user AND (path, given) IN ("
                        + "SELECT path, given FROM idempotency_key WHERE user_id = :user LIMIT " + most + ")")
                .bind("user", userId)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(
            S statement, Claim.Fresh claim, UUID run, State state, Instant now) {
        return bind(statement, claim.key())
                .bind("digest", claim.digest())
                .bind("run", run)
                .bind("state", state.word())
                .bind("now", now);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, RequestKey key) {
        return statement.bind("user", key.userId()).bind("path", key.path()).bind("given", key.given());
    }
}
