package org.atelier.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.database.IdArray;
import org.atelier.database.Row;
import org.atelier.database.Table;
import org.jdbi.v3.core.Handle;

/** The SQL of the lines. */
final class AuditTable {
    private static final Table TABLE = Table.of(
            "audit",
            "id",
            "happened_at",
            "action",
            "actor_id",
            "actor_email",
            "key_id",
            "address",
            "request_id",
            "target_kind",
            "target_id",
            "target_label",
            "person_id",
            "fields_before",
            "fields_after");

    /** What a line may hold of somebody; an id of theirs inside a field is found as text. */
    private static final String NAMING = """
            (actor_id = :person OR person_id = :person OR actor_email = :email OR target_label = :email OR target_id = :word
                OR strpos(fields_before, :word) > 0 OR strpos(fields_after, :word) > 0)""";

    private AuditTable() {}

    static Row row(Instant when, Actor actor, Action action, Target target, String before, String after) {
        return TABLE.row(
                Database.newId(),
                when,
                action.word(),
                actor.userId().orElse(null),
                actor.email().orElse(null),
                actor.keyId().orElse(null),
                actor.address(),
                actor.requestId(),
                target.kind(),
                target.id().orElse(null),
                target.label().orElse(null),
                target.person().orElse(null),
                before,
                after);
    }

    /** @return the line for a log, which is all that is left of it */
    static String inWords(Row line) {
        var words = new ArrayList<String>();
        for (int i = 0; i < line.values().length; i++) {
            if (line.values()[i] != null) {
                words.add(TABLE.columns().get(i) + "=" + line.values()[i]);
            }
        }
        return String.join(" ", words);
    }

    static List<UUID> naming(Database database, UUID person, String email, int most) {
        return database.read(handle -> handle.createQuery("SELECT id FROM audit WHERE " + NAMING + " LIMIT :most")
                .bind("person", person)
                .bind("word", person.toString())
                .bind("email", email)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    static int forget(Handle handle, List<UUID> lines, UUID person, String email, UUID pseudonym) {
        return handle.createUpdate("""
                        UPDATE audit SET
                            actor_email = CASE WHEN actor_id = :person OR actor_email = :email THEN NULL ELSE actor_email END,
                            target_label = CASE WHEN person_id = :person OR target_label = :email THEN NULL ELSE target_label END,
                            target_id = CASE WHEN target_id = :word THEN :pseudonymWord ELSE target_id END,
                            fields_before = replace(fields_before, :word, :pseudonymWord),
                            fields_after = replace(fields_after, :word, :pseudonymWord),
                            actor_id = CASE WHEN actor_id = :person THEN :pseudonym ELSE actor_id END,
                            person_id = CASE WHEN person_id = :person THEN :pseudonym ELSE person_id END
                        WHERE id = ANY(:lines)""")
                .bind("person", person)
                .bind("word", person.toString())
                .bind("email", email)
                .bind("pseudonym", pseudonym)
                .bind("pseudonymWord", pseudonym.toString())
                .bind("lines", IdArray.of(lines))
                .execute();
    }
}
