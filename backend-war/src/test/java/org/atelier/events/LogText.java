package org.atelier.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.atelier.web.Json;

/** Reads a log as a client of {@code text/event-stream} does. */
public final class LogText {
    private static final Pattern EVENT = Pattern.compile("id: (\\d+)\nevent: (\\w+)\ndata: (.*)\n\n");

    private LogText() {}

    /** One event as a client sees it. */
    public record Event(long id, String name, JsonNode json) {}

    public static List<Event> events(EventLog log) {
        return events(log.after(log.beforeFirst(), Integer.MAX_VALUE).bytes());
    }

    static List<Event> events(byte[] stream) {
        return EVENT.matcher(new String(stream, StandardCharsets.UTF_8))
                .results()
                .map(found -> new Event(Long.parseLong(found.group(1)), found.group(2), json(found.group(3))))
                .toList();
    }

    private static JsonNode json(String data) {
        try {
            return Json.MAPPER.readTree(data);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + data, broken);
        }
    }
}
