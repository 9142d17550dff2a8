package org.atelier.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of accounts that are gone while what their owners left is still being erased. */
final class ErasureTable {
    private ErasureTable() {}

    static void begin(Handle handle, UUID userId, Instant now) {
        handle.createUpdate("INSERT INTO account_erasure (account_id, begun_at) VALUES (:id, :now)")
                .bind("id", userId)
                .bind("now", now)
                .execute();
    }

    static List<UUID> open(Handle handle) {
        return handle.createQuery("SELECT account_id FROM account_erasure")
                .mapTo(UUID.class)
                .list();
    }

    static void end(Handle handle, UUID userId) {
        handle.createUpdate("DELETE FROM account_erasure WHERE account_id = :id")
                .bind("id", userId)
                .execute();
    }
}
