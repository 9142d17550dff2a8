package org.atelier.users;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Money;
import org.atelier.web.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

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
        int inserted = bind(handle.createUpdate("""
                        INSERT INTO account
                            (id, email, display_name, role, status, origin, own_budget, budget_amount, budget_period,
                             language, appearance, last_model, created_at)
                        VALUES (:id, :email, :name, :role, :status, :origin, :own, :amount, :period,
                             :language, :appearance, :model, :created)
                        ON CONFLICT (email) DO NOTHING"""), user)
                .bind("email", user.email().address())
                .bind("created", user.createdAt())
                .execute();
        if (inserted == 0) {
            throw new EmailAlreadyRegistered();
        }
    }

    static void update(Handle handle, User user) {
        bind(handle.createUpdate("""
                        UPDATE account
                        SET display_name = :name, role = :role, status = :status, origin = :origin, own_budget = :own,
                            budget_amount = :amount, budget_period = :period, language = :language,
                            appearance = :appearance, last_model = :model
                        WHERE id = :id"""), user).execute();
    }

    static void delete(Handle handle, UUID id) {
        handle.createUpdate("DELETE FROM account WHERE id = :id").bind("id", id).execute();
    }

    private static Update bind(Update update, User user) {
        return update.bind("id", user.id())
                .bind("name", user.displayName())
                .bind("role", user.role().name())
                .bind("status", user.status().name())
                .bind("origin", user.origin().name())
                .bind("own", user.ownBudget())
                .bind(
                        "amount",
                        user.budget().map(budget -> budget.amount().amount()).orElse(null))
                .bind(
                        "period",
                        user.budget().map(budget -> budget.period().name()).orElse(null))
                .bind("language", user.language().orElse(null))
                .bind("appearance", user.appearance().orElse(null))
                .bind("model", user.lastModel().orElse(null));
    }

    /** Those who came in while nothing could be spent wait for approval from now on. */
    static void suspendDemoNewcomers(Handle handle) {
        handle.execute("""
                UPDATE account SET origin = 'REGISTERED',
                    status = CASE WHEN status = 'ACTIVE' AND role = 'USER' THEN 'PENDING' ELSE status END
                WHERE origin = 'REGISTERED_IN_DEMO'""");
    }

    private static Optional<Budget> budget(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("budget_amount");
        return amount == null
                ? Optional.empty()
                : Optional.of(new Budget(new Money(amount), Budget.Period.valueOf(row.getString("budget_period"))));
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
                Origin.valueOf(row.getString("origin")),
                row.getBoolean("own_budget"),
                budget(row),
                Optional.ofNullable(row.getString("language")),
                Optional.ofNullable(row.getString("appearance")),
                Optional.ofNullable(row.getString("last_model")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
