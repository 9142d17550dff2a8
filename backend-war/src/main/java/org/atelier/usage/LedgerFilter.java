package org.atelier.usage;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.atelier.web.Ids;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Which lines of the ledger are wanted, as the query string says it. */
public class LedgerFilter {
    @QueryParam("user")
    private String user;

    @QueryParam("model")
    private String model;

    @QueryParam("kind")
    private String kind;

    @QueryParam("outcome")
    private String outcome;

    @QueryParam("settled")
    private String settled;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    /** For the container, which fills it from the query string. */
    public LedgerFilter() {}

    LedgerFilter(String user, String model, String kind, String outcome, String settled, String from, String to) {
        this.user = user;
        this.model = model;
        this.kind = kind;
        this.outcome = outcome;
        this.settled = settled;
        this.from = from;
        this.to = to;
    }

    /** The newest first. */
    Query query(Handle handle, PageRequest page) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var values = new HashMap<String, Object>();
        conditions(conditions, values);
        page.after().ifPresent(key -> {
            conditions.add("(opened_at, id) < (:after, :afterId)");
            values.put("after", Ids.time(key.get(0), "cursor"));
            values.put("afterId", Ids.parse(key.get(1), "cursor"));
        });
        var query = handle.createQuery("SELECT *, " + LineView.COUNTED + " FROM ledger WHERE "
                        + String.join(" AND ", conditions) + " ORDER BY opened_at DESC, id DESC LIMIT :limit")
                .bind("limit", page.limitAndOne());
        values.forEach((name, value) -> bind(query, name, value));
        return query;
    }

    private static void bind(Query query, String name, Object value) {
        if (value instanceof UUID id) {
            query.bind(name, id);
        } else if (value instanceof Instant time) {
            query.bind(name, time);
        } else {
            query.bind(name, (String) value);
        }
    }

    private void conditions(List<String> conditions, Map<String, Object> values) {
        if (user != null) {
            conditions.add("user_id = :user");
            values.put("user", Ids.parse(user, "user"));
        }
        if (model != null) {
            conditions.add("model_asked = :model");
            values.put("model", model);
        }
        if (kind != null) {
            conditions.add("kind = :kind");
            values.put("kind", word("kind", kind, Kind.values(), Kind::word));
        }
        if (outcome != null) {
            conditions.add("outcome = :outcome");
            values.put("outcome", word("outcome", outcome, Outcome.values(), Outcome::word));
        }
        if (settled != null) {
            conditions.add((isTrue(settled) ? "NOT " : "") + "(cost IS NULL AND charge <> 'certainly_not')");
        }
        var range = new UsageWish(from == null ? "1970-01-01" : from, to, null, false).range(Instant.now());
        if (from != null) {
            conditions.add("opened_at >= :from");
            values.put("from", Days.start(range.first()));
        }
        if (to != null) {
            conditions.add("opened_at < :to");
            values.put("to", Days.start(range.last() + 1));
        }
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.field("settled", "must be true or false");
        };
    }

    private static <E> String word(String field, String text, E[] values, java.util.function.Function<E, String> word) {
        return Arrays.stream(values)
                .map(word)
                .filter(text::equals)
                .findFirst()
                .orElseThrow(() -> Problem.field(field, "is not one of the words that the ledger has"));
    }
}
