package org.atelier.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of password hashes. */
final class PasswordTable {
    private PasswordTable() {}

    static void insert(Handle handle, UUID userId, String hash, Instant now) {
        handle.createUpdate("INSERT INTO account_password (account_id, hash, changed_at) VALUES (:id, :hash, :now)")
                .bind("id", userId)
                .bind("hash", hash)
                .bind("now", now)
                .execute();
    }

    static void update(Handle handle, UUID userId, String hash, Instant now) {
        handle.createUpdate("UPDATE account_password SET hash = :hash, changed_at = :now WHERE account_id = :id")
                .bind("id", userId)
                .bind("hash", hash)
                .bind("now", now)
                .execute();
    }

    /** Also for an account that has none yet. */
    static void put(Handle handle, UUID userId, String hash, Instant now) {
        if (hash(handle, userId).isPresent()) {
            update(handle, userId, hash, now);
        } else {
            insert(handle, userId, hash, now);
        }
    }

    static void delete(Handle handle, UUID userId) {
        handle.createUpdate("DELETE FROM account_password WHERE account_id = :id")
                .bind("id", userId)
                .execute();
    }

    static Optional<String> hash(Handle handle, UUID userId) {
        return handle.createQuery("SELECT hash FROM account_password WHERE account_id = :id")
                .bind("id", userId)
                .mapTo(String.class)
                .findOne();
    }
}
