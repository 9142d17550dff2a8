package org.atelier.users;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Role;
import org.jdbi.v3.core.Handle;

/** The SQL of accounts. */
final class UserTable {
    private UserTable() {}

    static List<User> all(Handle handle) {
        return handle.createQuery("SELECT * FROM account")
                .map((row, context) -> user(row))
                .list();
    }

    static boolean anyAdministrator(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM account WHERE role = 'ADMIN' AND status = 'ACTIVE'")
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    /** @throws EmailAlreadyRegistered checked by hand: an error of the database would cost the neighbours in the batch */
    static void insert(Handle handle, User user) {
        int inserted = handle.createUpdate("""
                        INSERT INTO account
                            (id, email, display_name, role, status, language, appearance, last_model, created_at)
                        VALUES (:id, :email, :name, :role, :status, :language, :appearance, :model, :created)
                        ON CONFLICT (email) DO NOTHING""")
                .bind("id", user.id())
                .bind("email", user.email().address())
                .bind("name", user.displayName())
                .bind("role", user.role().name())
                .bind("status", user.status().name())
                .bind("language", user.language().orElse(null))
                .bind("appearance", user.appearance().orElse(null))
                .bind("model", user.lastModel().orElse(null))
                .bind("created", user.createdAt())
                .execute();
        if (inserted == 0) {
            throw new EmailAlreadyRegistered();
        }
    }

    static void update(Handle handle, User user) {
        handle.createUpdate("""
                        UPDATE account
                        SET display_name = :name, role = :role, status = :status, language = :language,
                            appearance = :appearance, last_model = :model
                        WHERE id = :id""")
                .bind("id", user.id())
                .bind("name", user.displayName())
                .bind("role", user.role().name())
                .bind("status", user.status().name())
                .bind("language", user.language().orElse(null))
                .bind("appearance", user.appearance().orElse(null))
                .bind("model", user.lastModel().orElse(null))
                .execute();
    }

    static Optional<User> find(Handle handle, UUID id) {
        return handle.createQuery("SELECT * FROM account WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> user(row))
                .findOne();
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                new Email(row.getString("email")),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                UserStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("language")),
                Optional.ofNullable(row.getString("appearance")),
                Optional.ofNullable(row.getString("last_model")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
