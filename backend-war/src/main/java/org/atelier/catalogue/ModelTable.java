package org.atelier.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.atelier.database.Database;
import org.atelier.provider.ProviderModel;
import org.jdbi.v3.core.Handle;

/** The table {@code model}. */
final class ModelTable {
    /** So many that the writer's other callers do not wait. */
    private static final int A_UNIT = 8;

    private final Database database;

    ModelTable(Database database) {
        this.database = database;
    }

    List<CatalogueModel> all() {
        return database
                .read(handle -> handle.createQuery("SELECT id, definition, available, demo FROM model")
                        .map((rows, context) -> Definitions.read(rows.getString("id"), rows.getString("definition"))
                                .map(new Flags(rows.getBoolean("available"), rows.getBoolean("demo"))::of))
                        .list())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** @return also of those whose definition cannot be read any more */
    List<String> ids() {
        return database.read(handle ->
                handle.createQuery("SELECT id FROM model").mapTo(String.class).list());
    }

    private record Flags(boolean available, boolean demo) {
        CatalogueModel of(ProviderModel definition) {
            return new CatalogueModel(definition, available, demo);
        }
    }

    void store(Collection<CatalogueModel> models) {
        var rest = List.copyOf(models);
        for (int from = 0; from < rest.size(); from += A_UNIT) {
            var some = rest.subList(from, Math.min(rest.size(), from + A_UNIT));
            database.write(handle -> {
                some.forEach(model -> store(handle, model));
                return null;
            });
        }
    }

    private static void store(Handle handle, CatalogueModel model) {
        handle.createUpdate("""
                        INSERT INTO model (id, definition, available, demo, changed_at)
                        VALUES (:id, :definition, :available, :demo, :now)
                        ON CONFLICT (id) DO UPDATE
                           SET definition = excluded.definition, available = excluded.available,
                               demo = excluded.demo, changed_at = excluded.changed_at
                        """)
                .bind("id", model.id())
                .bind("definition", Definitions.write(model.definition()))
                .bind("available", model.available())
                .bind("demo", model.demo())
                .bind("now", Instant.now())
                .execute();
    }
}
