package org.atelier.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Json;
import org.atelier.web.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code gallery}. */
final class GalleryTable {
    private GalleryTable() {}

    static void insert(Handle handle, UUID user, UUID id, Making making, Instant createdAt) {
        handle.createUpdate("""
                INSERT INTO gallery (id, user_id, kind, title, prompt, model, parameters, cost, starred, album, created_at, deleted_at)
                VALUES (:id, :user, :kind, :title, :prompt, :model, :parameters, :cost, false, NULL, :created, NULL)""")
                .bind("id", id)
                .bind("user", user)
                .bind("kind", making.kind().word())
                .bind("title", making.title().orElse(null))
                .bind("prompt", making.prompt().orElse(null))
                .bind("model", making.model().orElse(null))
                .bind("parameters", making.parameters().map(JsonNode::toString).orElse(null))
                .bind("cost", making.cost().orElse(null))
                .bind("created", createdAt)
                .execute();
    }

    /** Newest first. */
    static List<GalleryRow> page(Handle handle, UUID user, GalleryQuery query, PageRequest page) {
        return query.bind(handle.createQuery("SELECT * FROM gallery" + query.sql(user, page)))
                .map(GalleryTable::read)
                .list();
    }

    /** @return those of the ids that are this person's, in the bin or not */
    static List<GalleryRow> owned(Handle handle, UUID user, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT * FROM gallery WHERE id IN (<ids>) AND user_id = :user")
                        .bindList("ids", List.copyOf(ids))
                        .bind("user", user)
                        .map(GalleryTable::read)
                        .list();
    }

    /** Changes what is given, of the items that are this person's. @return how many those are */
    static int change(Handle handle, UUID user, Collection<UUID> ids, ItemChange change, Instant now) {
        return handle.createUpdate(
                        "UPDATE gallery SET " + change.assignments() + " WHERE id IN (<ids>) AND user_id = :user")
                .bindList("ids", List.copyOf(ids))
                .bind("user", user)
                .bindMap(change.values(now))
                .execute();
    }

    /** How many items an album or a model has. */
    record Count(String name, long count) {}

    /** @param column album or model */
    static List<Count> counts(Handle handle, UUID user, String column) {
        return handle.createQuery(
                        "SELECT " + column + " AS name, count(*) AS items FROM gallery WHERE user_id = :user AND "
                                + column + " IS NOT NULL AND deleted_at IS NULL GROUP BY 1 ORDER BY 1")
                .bind("user", user)
                .map((row, context) -> new Count(row.getString("name"), row.getLong("items")))
                .list();
    }

    static List<UUID> deletedBefore(Handle handle, Instant before, int most) {
        return handle.createQuery("SELECT id FROM gallery WHERE deleted_at < :before LIMIT :most")
                .bind("before", before)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    static long count(Handle handle, UUID user) {
        return handle.createQuery("SELECT count(*) FROM gallery WHERE user_id = :user")
                .bind("user", user)
                .mapTo(Long.class)
                .one();
    }

    static List<UUID> some(Handle handle, UUID user, int most) {
        return handle.createQuery("SELECT id FROM gallery WHERE user_id = :user LIMIT :most")
                .bind("user", user)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    static void delete(Handle handle, Collection<UUID> ids) {
        handle.createUpdate("DELETE FROM gallery WHERE id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .execute();
    }

    private static GalleryRow read(ResultSet row, StatementContext context) throws SQLException {
        return new GalleryRow(
                row.getObject("id", UUID.class),
                new Making(
                        ItemKind.of(row.getString("kind")).orElseThrow(),
                        Optional.ofNullable(row.getString("title")),
                        Optional.ofNullable(row.getString("prompt")),
                        Optional.ofNullable(row.getString("model")),
                        Optional.ofNullable(row.getString("parameters")).map(Json::tree),
                        Optional.ofNullable(row.getBigDecimal("cost"))),
                row.getBoolean("starred"),
                Optional.ofNullable(row.getString("album")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("deleted_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
