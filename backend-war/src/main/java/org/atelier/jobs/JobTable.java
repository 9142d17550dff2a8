package org.atelier.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.usage.Kind;
import org.atelier.web.Json;
import org.atelier.web.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code job}. */
final class JobTable {
    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};
    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    /** What is still watched for its cost stays. */
    private static final String ENDED_BEFORE =
            " FROM job WHERE kind = :kind AND finished_at < :before AND checkpoint IS NULL";

    private JobTable() {}

    static void insert(Handle handle, Job job) {
        handle.createUpdate("""
                INSERT INTO job (id, user_id, kind, model, parameters, status, history, media, retry_of, estimated_cost, cost, error,
                                 checkpoint, notice, created_at, finished_at, hidden, key_id)
                VALUES (:id, :user, :kind, :model, :parameters, :status, :history, :media, :retryOf, :estimated, NULL, NULL,
                        NULL, NULL, :created, NULL, false, :key)""")
                .bind("id", job.id())
                .bind("user", job.userId())
                .bind("kind", job.kind().word())
                .bind("model", job.model())
                .bind("parameters", Json.text(job.parameters()))
                .bind("status", job.status().word())
                .bind("history", Json.text(job.history()))
                .bind("media", Json.text(job.media()))
                .bind("retryOf", job.retryOf().orElse(null))
                .bind("estimated", job.estimatedCost().orElse(null))
                .bind("created", job.createdAt())
                .bind("key", job.keyId().orElse(null))
                .execute();
    }

    /** Everything of it that changes. */
    static void update(Handle handle, Job job) {
        handle.createUpdate("""
                UPDATE job SET status = :status, history = :history, media = :media, cost = :cost, error = :error,
                               checkpoint = :checkpoint, notice = :notice, finished_at = :finished
                WHERE id = :id""")
                .bind("id", job.id())
                .bind("status", job.status().word())
                .bind("history", Json.text(job.history()))
                .bind("media", Json.text(job.media()))
                .bind("cost", job.cost().orElse(null))
                .bind("error", job.error().map(Json::text).orElse(null))
                .bind("checkpoint", job.checkpoint().map(Json::text).orElse(null))
                .bind("notice", job.notice().orElse(null))
                .bind("finished", job.finishedAt().orElse(null))
                .execute();
    }

    /** As long as there is something to remember. @param notice null: nothing holds it up */
    static void remember(Handle handle, UUID id, JsonNode checkpoint, String notice) {
        handle.createUpdate(
                        "UPDATE job SET checkpoint = :checkpoint, notice = :notice WHERE id = :id AND checkpoint IS NOT NULL")
                .bind("id", id)
                .bind("checkpoint", Json.text(checkpoint))
                .bind("notice", notice)
                .execute();
    }

    static void forget(Handle handle, UUID id) {
        handle.createUpdate("UPDATE job SET checkpoint = NULL, notice = NULL WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    static Optional<Job> find(Handle handle, UUID id) {
        return handle.createQuery("SELECT * FROM job WHERE id = :id")
                .bind("id", id)
                .map(JobTable::read)
                .findOne();
    }

    /** @return one that its owner has not deleted */
    static Optional<Job> shown(Handle handle, UUID user, Kind kind, UUID id) {
        return handle.createQuery(
                        "SELECT * FROM job WHERE id = :id AND user_id = :user AND kind = :kind AND NOT hidden")
                .bind("id", id)
                .bind("user", user)
                .bind("kind", kind.word())
                .map(JobTable::read)
                .findOne();
    }

    /** Newest first. */
    static List<Job> page(Handle handle, UUID user, Kind kind, PageRequest page) {
        var query = handle.createQuery("SELECT * FROM job WHERE user_id = :user AND kind = :kind AND NOT hidden"
                        + (page.after().isPresent() ? " AND id < :after" : "") + " ORDER BY id DESC LIMIT :limit")
                .bind("user", user)
                .bind("kind", kind.word())
                .bind("limit", page.limitAndOne());
        page.after().ifPresent(key -> query.bind("after", UUID.fromString(key.get(0))));
        return query.map(JobTable::read).list();
    }

    /** @return those for which something is left to do, in the order in which they were asked for */
    static List<Job> unfinished(Handle handle) {
        return handle.createQuery("""
                        SELECT * FROM job
                        WHERE status IN ('queued', 'submitting', 'processing', 'storing') OR checkpoint IS NOT NULL
                        ORDER BY id""").map(JobTable::read).list();
    }

    static void hide(Handle handle, UUID id) {
        handle.createUpdate("UPDATE job SET hidden = true WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    static long count(Handle handle, UUID user) {
        return handle.createQuery("SELECT count(*) FROM job WHERE user_id = :user")
                .bind("user", user)
                .mapTo(Long.class)
                .one();
    }

    static List<UUID> some(Handle handle, UUID user, int most) {
        return handle.createQuery("SELECT id FROM job WHERE user_id = :user LIMIT :most")
                .bind("user", user)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    static long countEndedBefore(Handle handle, Kind kind, Instant before) {
        return handle.createQuery("SELECT count(*)" + ENDED_BEFORE)
                .bind("kind", kind.word())
                .bind("before", before)
                .mapTo(Long.class)
                .one();
    }

    static List<UUID> endedBefore(Handle handle, Kind kind, Instant before, int most) {
        return handle.createQuery("SELECT id" + ENDED_BEFORE + " LIMIT :most")
                .bind("kind", kind.word())
                .bind("before", before)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    static void erase(Handle handle, List<UUID> ids) {
        handle.createUpdate("DELETE FROM job WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .execute();
    }

    static Job read(ResultSet row, StatementContext context) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                Kind.of(row.getString("kind")),
                row.getString("model"),
                Json.tree(row.getString("parameters")),
                list(row.getString("history"), STEPS),
                list(row.getString("media"), IDS),
                Optional.ofNullable(row.getObject("retry_of", UUID.class)),
                dollars(row, "estimated_cost"),
                dollars(row, "cost"),
                Optional.ofNullable(row.getString("error")).map(Json::tree),
                Optional.ofNullable(row.getString("checkpoint")).map(Json::tree),
                Optional.ofNullable(row.getString("notice")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("key_id", UUID.class)));
    }

    private static Optional<BigDecimal> dollars(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }

    private static <T> T list(String json, TypeReference<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
