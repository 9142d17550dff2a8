package org.atelier.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code media}. */
final class MediaTable {
    private MediaTable() {}

    static void insert(Handle handle, UUID user, MediaFile file) {
        handle.createUpdate("""
                INSERT INTO media (id, user_id, type, width, height, bytes, sha256, opaque, duration_ms, created_at)
                VALUES (:id, :user, :type, :width, :height, :bytes, :sha256, :opaque, :duration, :created)""")
                .bind("id", file.id())
                .bind("user", user)
                .bind("type", file.type().word())
                .bind("width", file.width())
                .bind("height", file.height())
                .bind("bytes", file.bytes())
                .bind("sha256", file.sha256())
                .bind("opaque", file.opaque())
                .bind("duration", file.duration().map(Duration::toMillis).orElse(null))
                .bind("created", file.createdAt())
                .execute();
    }

    static List<OwnedFile> all(Handle handle, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT * FROM media WHERE id IN (<ids>)")
                        .bindList("ids", List.copyOf(ids))
                        .map(MediaTable::read)
                        .list();
    }

    static List<UUID> known(Handle handle, Collection<UUID> ids) {
        return handle.createQuery("SELECT id FROM media WHERE id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .mapTo(UUID.class)
                .list();
    }

    static void delete(Handle handle, Collection<UUID> ids) {
        handle.createUpdate("DELETE FROM media WHERE id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .execute();
    }

    private static OwnedFile read(ResultSet row, StatementContext context) throws SQLException {
        var file = new MediaFile(
                row.getObject("id", UUID.class),
                FileType.of(row.getString("type")),
                row.getInt("width"),
                row.getInt("height"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getBoolean("opaque"),
                Optional.ofNullable(row.getObject("duration_ms", Long.class)).map(Duration::ofMillis),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
        return new OwnedFile(row.getObject("user_id", UUID.class), file);
    }
}
