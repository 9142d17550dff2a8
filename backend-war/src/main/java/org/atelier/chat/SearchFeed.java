package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.search.TextIndex;

/** Brings stored messages into the search index, the oldest first: all of them when it is new, at a start those since its last commit. */
@ApplicationScoped
class SearchFeed {
    private static final int IDS_AT_ONCE = 2_000;

    /** Bounds the memory that some long texts need at once. */
    private static final long MOST_CHARACTERS = 2_000_000;

    private static final String NEXT = "SELECT id FROM message WHERE id > :after ORDER BY id LIMIT " + IDS_AT_ONCE;

    /** Both tables are given the limits: for a mere join the database reads all of the second one. */
    private static final String BETWEEN = """
            FROM (SELECT * FROM message WHERE id >= :first AND id <= :last) m
            LEFT JOIN (SELECT answer_id, content FROM answer_end WHERE answer_id >= :first AND answer_id <= :last) e
            ON e.answer_id = m.id\s""";

    private static final String SIZES =
            "SELECT m.id, LENGTH(m.content) + COALESCE(LENGTH(e.content), 0) AS said " + BETWEEN + "ORDER BY m.id";

    private static final String TEXTS = "SELECT m.id, m.conversation_id, c.user_id,"
            + " CASE WHEN m.role = 'user' THEN m.content ELSE e.content END AS said " + BETWEEN
            + "JOIN conversation c ON c.id = m.conversation_id";

    private final Database database;

    @Inject
    SearchFeed(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected SearchFeed() {
        this(null);
    }

    private record Sized(UUID id, long characters) {}

    /** What a message says and whose it is. */
    private record Said(UUID id, UUID conversation, UUID person, String text) {}

    /** Told after each portion. */
    interface Progress {
        /** @return whether to go on */
        boolean reached(UUID message, long count);
    }

    /** @param after messages up to that one are in the index already */
    void fill(TextIndex index, UUID after, Progress progress) {
        long count = 0;
        var last = after;
        for (var some = sizes(last); !some.isEmpty(); some = sizes(last)) {
            for (var portion : portions(some)) {
                var texts = texts(
                        portion.get(0).id(), portion.get(portion.size() - 1).id());
                texts.forEach(said -> index.put(said.person(), said.conversation(), said.id(), said.text()));
                last = portion.get(portion.size() - 1).id();
                count += portion.size();
                if (!progress.reached(last, count)) {
                    return;
                }
            }
        }
    }

    private List<Sized> sizes(UUID after) {
        return database.read(handle -> {
            var next = handle.createQuery(NEXT)
                    .bind("after", after)
                    .mapTo(UUID.class)
                    .list();
            return next.isEmpty()
                    ? List.of()
                    : handle.createQuery(SIZES)
                            .bind("first", next.get(0))
                            .bind("last", next.get(next.size() - 1))
                            .map((row, context) -> new Sized(row.getObject("id", UUID.class), row.getLong("said")))
                            .list();
        });
    }

    private static List<List<Sized>> portions(List<Sized> all) {
        var portions = new ArrayList<List<Sized>>();
        int from = 0;
        long characters = 0;
        for (int i = 0; i < all.size(); i++) {
            characters += all.get(i).characters();
            if (i > from && characters > MOST_CHARACTERS) {
                portions.add(all.subList(from, i));
                from = i;
                characters = all.get(i).characters();
            }
        }
        portions.add(all.subList(from, all.size()));
        return portions;
    }

    private List<Said> texts(UUID first, UUID last) {
        return database.read(handle -> handle.createQuery(TEXTS)
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new Said(
                        row.getObject("id", UUID.class),
                        row.getObject("conversation_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getString("said")))
                .filter(said -> said.text() != null)
                .list());
    }
}
