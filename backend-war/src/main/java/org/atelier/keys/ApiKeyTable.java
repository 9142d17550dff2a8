package org.atelier.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.atelier.users.Budget;
import org.atelier.web.Money;
import org.jdbi.v3.core.Handle;

/** The SQL of keys. */
final class ApiKeyTable {
    private ApiKeyTable() {}

    /** A key with what memory needs beside it. */
    record Kept(ApiKey key, String digest, Optional<Instant> lastUsedAt) {}

    static List<Kept> all(Handle handle) {
        return handle.createQuery("SELECT * FROM api_key")
                .map((row, context) ->
                        new Kept(key(row), row.getString("digest"), Optional.ofNullable(instant(row, "last_used_at"))))
                .list();
    }

    static void insert(Handle handle, ApiKey key, String digest) {
        var budget = key.budget();
        handle.createUpdate("""
                        INSERT INTO api_key
                            (id, user_id, name, prefix, digest, scopes, budget_amount, budget_period, created_at, expires_at)
                        VALUES (:id, :user, :name, :prefix, :digest, :scopes, :amount, :period, :created, :expires)""")
                .bind("id", key.id())
                .bind("user", key.userId())
                .bind("name", key.name())
                .bind("prefix", key.prefix())
                .bind("digest", digest)
                .bind("scopes", key.scopes().stream().map(Scope::word).collect(Collectors.joining(" ")))
                .bind("amount", budget.map(limit -> limit.amount().amount()).orElse(null))
                .bind("period", budget.map(limit -> limit.period().name()).orElse(null))
                .bind("created", key.createdAt())
                .bind("expires", key.expiresAt().orElse(null))
                .execute();
    }

    static void used(Handle handle, UUID id, Instant when) {
        handle.createUpdate("UPDATE api_key SET last_used_at = :when WHERE id = :id")
                .bind("id", id)
                .bind("when", when)
                .execute();
    }

    static void delete(Handle handle, UUID id) {
        handle.createUpdate("DELETE FROM api_key WHERE id = :id").bind("id", id).execute();
    }

    static void deleteOf(Handle handle, UUID userId) {
        handle.createUpdate("DELETE FROM api_key WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                scopes(row.getString("scopes")),
                budget(row),
                instant(row, "created_at"),
                Optional.ofNullable(instant(row, "expires_at")));
    }

    private static Set<Scope> scopes(String words) {
        return Arrays.stream(words.split(" "))
                .map(Scope::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static Optional<Budget> budget(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("budget_amount");
        return amount == null
                ? Optional.empty()
                : Optional.of(new Budget(new Money(amount), Budget.Period.valueOf(row.getString("budget_period"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
