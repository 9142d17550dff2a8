package org.atelier.audit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.atelier.web.Ids;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Which lines are wanted, as the query string says it. */
public class AuditFilter {
    @QueryParam("actor")
    private String actor;

    @QueryParam("person")
    private String person;

    @QueryParam("action")
    private String action;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("q")
    private String text;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** For the container, which fills it from the query string. */
    public AuditFilter() {}

    AuditFilter(String actor, String person, String action, String from, String to, String text) {
        this.actor = actor;
        this.person = person;
        this.action = action;
        this.from = from;
        this.to = to;
        this.text = text;
    }

    /** The newest first. */
    Query query(Handle handle, PageRequest page) {
        conditions.clear();
        values.clear();
        actor();
        given(person, "(actor_id = :person OR person_id = :person)", "person", some -> Ids.parse(some, "person"));
        given(action, "action = :action", "action", AuditFilter::action);
        given(from, "happened_at >= :from", "from", some -> moment("from", some, 0));
        given(to, "happened_at < :to", "to", some -> moment("to", some, 1));
        given(
                text,
                "strpos(lower(concat_ws(' ', actor_email, target_label, target_id, address, request_id)), :text) > 0",
                "text",
                some -> some.strip().toLowerCase(Locale.ROOT));
        page.after().ifPresent(this::after);
        var query = handle.createQuery("SELECT * FROM audit"
                        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                        + " ORDER BY happened_at DESC, id DESC LIMIT :limit")
                .bind("limit", page.limitAndOne());
        values.forEach(query::bind);
        return query;
    }

    /** An id, or a part of an address. */
    private void actor() {
        if (actor != null && actor.matches("[0-9a-fA-F-]{36}")) {
            given(actor, "actor_id = :actor", "actor", some -> Ids.parse(some, "actor"));
        } else {
            given(actor, "strpos(lower(actor_email), :actor) > 0", "actor", some -> some.strip()
                    .toLowerCase(Locale.ROOT));
        }
    }

    private void given(String value, String condition, String name, java.util.function.Function<String, Object> read) {
        if (value != null && !value.isBlank()) {
            conditions.add(condition);
            values.put(name, read.apply(value.replace("\0", "")));
        }
    }

    private static String action(String word) {
        return Action.of(word)
                .orElseThrow(() -> Problem.field("action", "is not one of the actions that are taken down"))
                .word();
    }

    /** A day of the calendar in UTC, or a moment. */
    private static Instant moment(String name, String text, int daysLater) {
        try {
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException nonsense) {
            throw Problem.field(name, "must be a day as 2026-01-31 or a moment as 2026-01-31T12:00:00Z");
        }
    }

    private void after(List<String> key) {
        // Said twice so that DuckDB, which keeps the earliest and latest moment of each block of rows, passes over
        // whole blocks.
        conditions.add("happened_at <= :afterMoment AND (happened_at < :afterMoment OR id < :afterId)");
        values.put("afterMoment", Ids.time(key.get(0), "cursor"));
        values.put("afterId", Ids.parse(key.get(1), "cursor"));
    }
}
