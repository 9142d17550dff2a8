package org.atelier.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.atelier.web.Problem;

/**
 * What becomes different: only what was given.
 *
 * @param wanted column and value; null empties it, and a deletion has its moment yet to come
 */
record ItemChange(Map<String, Object> wanted) {
    private static final int LONGEST_NAME = 200;

    static final ItemChange DELETED = new ItemChange(Map.of("deleted_at", true));
    static final ItemChange RESTORED = new ItemChange(Map.of("deleted_at", false));

    /** @param fields those of the body that say what changes */
    static ItemChange of(ObjectNode fields) {
        var wanted = new LinkedHashMap<String, Object>();
        fields.properties().forEach(field -> {
            switch (field.getKey()) {
                case "title", "album" -> wanted.put(field.getKey(), name(field.getKey(), field.getValue()));
                case "starred" -> wanted.put("starred", flag("starred", field.getValue()));
                case "deleted" -> wanted.put("deleted_at", flag("deleted", field.getValue()));
                default -> throw Problem.field(field.getKey(), "cannot be changed");
            }
        });
        if (wanted.isEmpty()) {
            throw Problem.field("starred", "or something else that changes must be given: title, album, deleted");
        }
        return new ItemChange(wanted);
    }

    private static String name(String field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        var text = value.asText().strip();
        if (!value.isTextual() || text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
            throw Problem.field(field, "must be a text of at most " + LONGEST_NAME + " characters, or null");
        }
        return text.isEmpty() ? null : text;
    }

    private static boolean flag(String field, JsonNode value) {
        if (!value.isBoolean()) {
            throw Problem.field(field, "must be true or false");
        }
        return value.booleanValue();
    }

    String assignments() {
        return wanted.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
    }

    Map<String, Object> values(Instant now) {
        var values = new HashMap<>(wanted);
        values.computeIfPresent("deleted_at", (column, deleted) -> Boolean.TRUE.equals(deleted) ? now : null);
        // What is computed away is null, and null is what it becomes.
        wanted.keySet().forEach(column -> values.putIfAbsent(column, null));
        return values;
    }
}
