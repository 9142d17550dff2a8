package org.atelier.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Json;

/**
 * What happened, as administrators read it.
 *
 * @param actor who did it; null: nobody had signed in, or the system did it by itself
 * @param email as it was known or claimed then; null with an actor: that person is gone
 * @param person whom it concerns
 * @param before the fields that changed; null: none
 */
public record AuditLine(
        UUID id,
        Instant happenedAt,
        String action,
        Optional<UUID> actor,
        Optional<String> email,
        Optional<UUID> keyId,
        String address,
        String requestId,
        String targetKind,
        Optional<String> targetId,
        Optional<String> targetLabel,
        Optional<UUID> person,
        Optional<JsonNode> before,
        Optional<JsonNode> after) {

    static AuditLine of(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getObject("id", UUID.class),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                Optional.ofNullable(row.getObject("actor_id", UUID.class)),
                Optional.ofNullable(row.getString("actor_email")),
                Optional.ofNullable(row.getObject("key_id", UUID.class)),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("target_kind"),
                Optional.ofNullable(row.getString("target_id")),
                Optional.ofNullable(row.getString("target_label")),
                Optional.ofNullable(row.getObject("person_id", UUID.class)),
                Optional.ofNullable(row.getString("fields_before")).map(Json::tree),
                Optional.ofNullable(row.getString("fields_after")).map(Json::tree));
    }

    List<String> key() {
        return List.of(happenedAt.toString(), id.toString());
    }
}
