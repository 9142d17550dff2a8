package org.atelier.gallery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.jdbi.v3.core.statement.Query;

/**
 * What a list of items is narrowed by: conditions of SQL and their values.
 *
 * @param conditions joined by AND
 */
record GalleryQuery(List<String> conditions, Map<String, Object> values) {

    /** @param parameter gives a query parameter, null when absent */
    static GalleryQuery of(Function<String, String> parameter) {
        var query = new GalleryQuery(new ArrayList<>(), new HashMap<>());
        query.flag("deleted", parameter, "deleted_at IS NOT NULL", "deleted_at IS NULL", true);
        query.flag("starred", parameter, "starred", "NOT starred", false);
        query.kind(parameter.apply("kind"));
        query.equal("album", parameter.apply("album"));
        query.equal("model", parameter.apply("model"));
        query.words(parameter.apply("q"));
        query.day("from", parameter.apply("from"), 0, "created_at >= :from");
        query.day("to", parameter.apply("to"), 1, "created_at < :to");
        return query;
    }

    private void flag(String name, Function<String, String> parameter, String yes, String no, boolean noWhenAbsent) {
        var word = given(parameter.apply(name));
        switch (word == null ? "" : word) {
            case "true" -> conditions.add(yes);
            case "false" -> conditions.add(no);
            case "" -> {
                if (noWhenAbsent) {
                    conditions.add(no);
                }
            }
            default -> throw Problem.field(name, "must be true or false");
        }
    }

    private void kind(String word) {
        if (given(word) != null) {
            var kind = ItemKind.of(word).orElseThrow(() -> Problem.field("kind", "must be image, video or upload"));
            conditions.add("kind = :kind");
            values.put("kind", kind.word());
        }
    }

    private void equal(String column, String value) {
        if (given(value) != null) {
            conditions.add(column + " = :" + column);
            values.put(column, value);
        }
    }

    /** Every word must be in the prompt or the title. */
    private void words(String text) {
        if (given(text) == null) {
            return;
        }
        var words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        for (int i = 0; i < Math.min(words.length, 10); i++) {
            conditions.add("(strpos(lower(prompt), :word" + i + ") > 0 OR strpos(lower(title), :word" + i + ") > 0)");
            values.put("word" + i, words[i].replace("\0", ""));
        }
    }

    /** A day of the calendar in UTC, or a moment. */
    private void day(String name, String text, int daysLater, String condition) {
        if (given(text) == null) {
            return;
        }
        try {
            var moment = text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
            conditions.add(condition);
            values.put(name, moment);
        } catch (DateTimeParseException nonsense) {
            throw Problem.field(name, "must be a day as 2026-01-31 or a moment as 2026-01-31T12:00:00Z");
        }
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** @return the part behind {@code SELECT … FROM gallery} */
    String sql(UUID person, PageRequest page) {
        var all = new ArrayList<>(List.of("user_id = :user"));
        all.addAll(conditions);
        values.put("user", person);
        page.after().map(PlaceInGallery::of).ifPresent(place -> {
            // Said twice so that DuckDB, which keeps the earliest and latest moment of each block of rows, passes over
            // whole blocks.
            all.add("created_at <= :afterMoment AND (created_at < :afterMoment OR id < :afterId)");
            values.put("afterMoment", place.createdAt());
            values.put("afterId", place.id());
        });
        values.put("limit", page.limitAndOne());
        return " WHERE " + String.join(" AND ", all) + " ORDER BY created_at DESC, id DESC LIMIT :limit";
    }

    Query bind(Query query) {
        values.forEach(query::bind);
        return query;
    }
}
