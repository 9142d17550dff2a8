package org.atelier.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;

/** Where in a conversation the words of a search stand: some of the newest message that holds them all. */
final class Excerpts {
    private static final int BEFORE_THE_MATCH = 40;
    private static final int LENGTH = 160;

    private static final String SAID = """
            SELECT m.id, m.conversation_id, CASE WHEN m.role = 'user' THEN m.content ELSE e.content END AS said
            FROM message m LEFT JOIN answer_end e ON e.answer_id = m.id WHERE m.conversation_id IN (<ids>)""";

    /** The answers' keys are given too: for a mere join they are all read. */
    private static final String SAID_IN = """
            SELECT m.id, m.conversation_id, CASE WHEN m.role = 'user' THEN m.content ELSE e.content END AS said
            FROM (SELECT * FROM message WHERE id IN (<ids>)) m
            LEFT JOIN (SELECT * FROM answer_end WHERE answer_id IN (<ids>)) e ON e.answer_id = m.id""";

    private static final String NEWEST = """
            SELECT conversation_id, substr(said, greatest(1, strpos(lower(said), :first) - :before), :length) AS excerpt FROM (
                SELECT conversation_id, said, row_number() OVER (PARTITION BY conversation_id ORDER BY id DESC) AS age
                FROM (%s) texts WHERE %s) matches
            WHERE age = 1""";

    private final Database database;

    Excerpts(Database database) {
        this.database = database;
    }

    /** @param newest the message of each conversation that is known to hold them; all are read where nobody knows */
    Map<UUID, String> of(List<UUID> conversations, Wanted wanted, Optional<Map<UUID, UUID>> newest) {
        var ids = newest.map(known -> List.copyOf(known.values())).orElse(conversations);
        return ids.isEmpty() ? Map.of() : read(newest.isPresent() ? SAID_IN : SAID, ids, wanted);
    }

    private Map<UUID, String> read(String said, List<UUID> ids, Wanted wanted) {
        var excerpts = new HashMap<UUID, String>();
        database.read(handle -> {
            var query = handle.createQuery(NEWEST.formatted(said, wanted.in("said")))
                    .bindList("ids", ids)
                    .bind("first", wanted.words().get(0))
                    .bind("before", BEFORE_THE_MATCH)
                    .bind("length", LENGTH);
            wanted.bindTo(query);
            return query.map((row, context) -> excerpts.put(row.getObject(1, UUID.class), row.getString(2)))
                    .list();
        });
        return excerpts;
    }
}
