package org.atelier.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of links for a new password. */
final class ResetTable {
    private ResetTable() {}

    /** The newest link of an account is the only one. */
    static void replace(Handle handle, String digest, UUID userId, Instant now, Instant expiresAt) {
        handle.createUpdate("DELETE FROM account_password_reset WHERE account_id = :id OR expires_at < :now")
                .bind("id", userId)
                .bind("now", now)
                .execute();
        handle.createUpdate("""
                        INSERT INTO account_password_reset (digest, account_id, expires_at)
                        VALUES (:digest, :id, :expires)""")
                .bind("digest", digest)
                .bind("id", userId)
                .bind("expires", expiresAt)
                .execute();
    }

    static Optional<UUID> owner(Handle handle, String digest, Instant now) {
        return handle.createQuery(
                        "SELECT account_id FROM account_password_reset WHERE digest = :digest AND expires_at > :now")
                .bind("digest", digest)
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne();
    }

    /** @return how many were too old */
    static int purge(Handle handle, Instant now) {
        return handle.createUpdate("DELETE FROM account_password_reset WHERE expires_at < :now")
                .bind("now", now)
                .execute();
    }

    static void deleteOf(Handle handle, UUID userId) {
        handle.createUpdate("DELETE FROM account_password_reset WHERE account_id = :id")
                .bind("id", userId)
                .execute();
    }
}
