package org.atelier.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.atelier.database.IdArray;
import org.jdbi.v3.core.Handle;

/** The SQL of sign-ins. */
final class SessionTable {
    private SessionTable() {}

    static void insert(Handle handle, Session session, Device device) {
        handle.createUpdate("""
                        INSERT INTO account_session (id, account_id, generation, digest, created_at, expires_at, browser, system)
                        VALUES (:id, :account, :generation, :digest, :created, :expires, :browser, :system)""")
                .bind("id", session.id())
                .bind("account", session.userId())
                .bind("generation", session.generation())
                .bind("digest", session.digest())
                .bind("created", session.createdAt())
                .bind("expires", session.expiresAt())
                .bind("browser", device.browser().orElse(null))
                .bind("system", device.system().orElse(null))
                .execute();
    }

    static Optional<Session> find(Handle handle, UUID id) {
        return handle.createQuery("SELECT * FROM account_session WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> session(row))
                .findOne();
    }

    static Map<Integer, Instant> uses(Handle handle, UUID id) {
        return handle
                .createQuery("SELECT generation, used_at FROM account_session_use WHERE session_id = :id")
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getInt(1), instant(row, "used_at")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static void rotate(Handle handle, Session rotated, int used, Instant now) {
        handle.createUpdate("""
                        UPDATE account_session SET generation = :generation, digest = :digest, expires_at = :expires
                        WHERE id = :id""")
                .bind("id", rotated.id())
                .bind("generation", rotated.generation())
                .bind("digest", rotated.digest())
                .bind("expires", rotated.expiresAt())
                .execute();
        handle.createUpdate("DELETE FROM account_session_use WHERE session_id = :id AND used_at < :old")
                .bind("id", rotated.id())
                .bind("old", now.minus(RefreshRule.GRACE))
                .execute();
        handle.createUpdate(
                        "INSERT INTO account_session_use (session_id, generation, used_at) VALUES (:id, :used, :at)")
                .bind("id", rotated.id())
                .bind("used", used)
                .bind("at", now)
                .execute();
    }

    static void end(Handle handle, UUID id, Instant now) {
        handle.createUpdate("UPDATE account_session SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    static List<UUID> openOf(Handle handle, UUID userId) {
        return handle.createQuery("SELECT id FROM account_session WHERE account_id = :user AND ended_at IS NULL")
                .bind("user", userId)
                .mapTo(UUID.class)
                .list();
    }

    /** @return those that still let somebody in, the newest first */
    static List<SignInPlace> placesOf(Handle handle, UUID userId, Instant now) {
        return handle.createQuery("""
                        SELECT s.id, s.browser, s.system, s.created_at, s.expires_at,
                            coalesce((SELECT max(u.used_at) FROM account_session_use u WHERE u.session_id = s.id),
                                s.created_at) AS last_used_at
                        FROM account_session s
                        WHERE s.account_id = :user AND s.ended_at IS NULL AND s.expires_at > :now
                        ORDER BY last_used_at DESC, s.id""")
                .bind("user", userId)
                .bind("now", now)
                .map((row, context) -> new SignInPlace(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getString("browser")),
                        Optional.ofNullable(row.getString("system")),
                        instant(row, "created_at"),
                        instant(row, "last_used_at"),
                        instant(row, "expires_at"),
                        false))
                .list();
    }

    /** @return the sessions that are no more */
    static List<UUID> deleteOf(Handle handle, UUID userId) {
        var ids = handle.createQuery("SELECT id FROM account_session WHERE account_id = :user")
                .bind("user", userId)
                .mapTo(UUID.class)
                .list();
        handle.createUpdate("""
                        DELETE FROM account_session_use
                        WHERE session_id IN (SELECT id FROM account_session WHERE account_id = :user)""").bind("user", userId).execute();
        handle.createUpdate("DELETE FROM account_session WHERE account_id = :user")
                .bind("user", userId)
                .execute();
        return ids;
    }

    static List<UUID> endedSince(Handle handle, Instant since) {
        return handle.createQuery("SELECT id FROM account_session WHERE ended_at >= :since")
                .bind("since", since)
                .mapTo(UUID.class)
                .list();
    }

    /** @return some of those that could let nobody in any more at that moment */
    static List<UUID> over(Handle handle, Instant then, int most) {
        return handle.createQuery(
                        "SELECT id FROM account_session WHERE expires_at < :then OR ended_at < :then LIMIT :most")
                .bind("then", then)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    static int delete(Handle handle, List<UUID> ids) {
        handle.createUpdate("DELETE FROM account_session_use WHERE session_id = ANY(:ids)")
                .bind("ids", IdArray.of(ids))
                .execute();
        return handle.createUpdate("DELETE FROM account_session WHERE id = ANY(:ids)")
                .bind("ids", IdArray.of(ids))
                .execute();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getInt("generation"),
                row.getString("digest"),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
