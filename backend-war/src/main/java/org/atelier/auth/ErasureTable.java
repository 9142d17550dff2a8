package org.atelier.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;
import org.jdbi.v3.core.Handle;

/** The SQL of accounts that are gone while what their owners left is still being erased. */
final class ErasureTable {
    private ErasureTable() {}

    /**
     * Somebody on the way out.
     *
     * @param email what the audit has to forget
     * @param pseudonym what it keeps instead of the id
     */
    record Leaving(UUID userId, String email, UUID pseudonym) {}

    static void begin(Handle handle, Leaving leaving, Instant now) {
        handle.createUpdate("""
                        INSERT INTO account_erasure (account_id, begun_at, email, pseudonym)
                        VALUES (:id, :now, :email, :pseudonym)""")
                .bind("id", leaving.userId())
                .bind("now", now)
                .bind("email", leaving.email())
                .bind("pseudonym", leaving.pseudonym())
                .execute();
    }

    static List<Leaving> open(Handle handle) {
        return handle.createQuery("SELECT account_id, email, pseudonym FROM account_erasure")
                .map((row, context) -> new Leaving(
                        row.getObject("account_id", UUID.class),
                        row.getString("email"),
                        // Begun by an older version, which kept no audit.
                        Optional.ofNullable(row.getObject("pseudonym", UUID.class))
                                .orElseGet(Database::newId)))
                .list();
    }

    static void end(Handle handle, UUID userId) {
        handle.createUpdate("DELETE FROM account_erasure WHERE account_id = :id")
                .bind("id", userId)
                .execute();
    }
}
