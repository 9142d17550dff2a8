package org.atelier.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.atelier.database.Database;
import org.atelier.provider.Modality;
import org.atelier.web.Json;
import org.jdbi.v3.core.Handle;

/** The tables {@code model_choice} and {@code model_default}. */
final class ChoiceTable {
    private static final System.Logger LOG = System.getLogger(ChoiceTable.class.getName());

    private static final ObjectReader PRICES =
            Json.MAPPER.readerFor(OwnPrice.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Database database;

    ChoiceTable(Database database) {
        this.database = database;
    }

    Choices all() {
        return database.read(handle -> {
            var byId = new HashMap<String, Choice>();
            handle.createQuery("SELECT id, enabled, admins_only, kind, price FROM model_choice")
                    .map((rows, context) -> Map.entry(rows.getString("id"), read(rows)))
                    .forEach(entry -> byId.put(entry.getKey(), entry.getValue()));
            var defaults = new HashMap<Modality, String>();
            handle.createQuery("SELECT kind, model FROM model_default")
                    .map((rows, context) -> Map.entry(kind(rows.getString("kind")), rows.getString("model")))
                    .forEach(entry -> defaults.put(entry.getKey(), entry.getValue()));
            return new Choices(byId, defaults);
        });
    }

    private static Choice read(ResultSet row) throws SQLException {
        boolean enabled = row.getBoolean("enabled");
        var decided = row.wasNull() ? Optional.<Boolean>empty() : Optional.of(enabled);
        return new Choice(
                decided,
                row.getBoolean("admins_only"),
                Optional.ofNullable(row.getString("kind")).map(ChoiceTable::kind),
                Optional.ofNullable(row.getString("price")).flatMap(text -> price(text)));
    }

    private static Optional<OwnPrice> price(String text) {
        try {
            return Optional.of(PRICES.readValue(text));
        } catch (JsonProcessingException unreadable) {
            LOG.log(System.Logger.Level.ERROR, "A model''s own price cannot be read: {0}", text);
            return Optional.empty();
        }
    }

    private static Modality kind(String word) {
        return Modality.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String word(Modality kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** All of it or nothing. @param defaults those of every kind; null: they stay */
    void store(Map<String, Choice> changed, Map<Modality, String> defaults) {
        database.write(handle -> {
            changed.forEach((id, choice) -> store(handle, id, choice));
            for (var kind : defaults == null ? new Modality[0] : Modality.values()) {
                store(handle, kind, defaults.get(kind));
            }
            return null;
        });
    }

    private static void store(Handle handle, Modality kind, String model) {
        if (model == null) {
            handle.createUpdate("DELETE FROM model_default WHERE kind = :kind")
                    .bind("kind", word(kind))
                    .execute();
            return;
        }
        handle.createUpdate("""
                        INSERT INTO model_default (kind, model) VALUES (:kind, :model)
                        ON CONFLICT (kind) DO UPDATE SET model = excluded.model
                        """).bind("kind", word(kind)).bind("model", model).execute();
    }

    private static void store(Handle handle, String id, Choice choice) {
        handle.createUpdate("""
                        INSERT INTO model_choice (id, enabled, admins_only, kind, price, changed_at)
                        VALUES (:id, :enabled, :adminsOnly, :kind, :price, :now)
                        ON CONFLICT (id) DO UPDATE
                           SET enabled = excluded.enabled, admins_only = excluded.admins_only, kind = excluded.kind,
                               price = excluded.price, changed_at = excluded.changed_at
                        """)
                .bind("id", id)
                .bind("enabled", choice.enabled().orElse(null))
                .bind("adminsOnly", choice.adminsOnly())
                .bind("kind", choice.kind().map(ChoiceTable::word).orElse(null))
                .bind("price", choice.price().map(Json::text).orElse(null))
                .bind("now", Instant.now())
                .execute();
    }
}
