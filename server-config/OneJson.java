import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One JSON object an event, on one line: {@code time} (UTC), {@code level}, {@code logger}, where something failed {@code failure} with its whole
 * trace, and last {@code message}. Of ASCII alone, so that no encoding on the way can break it.
 */
public final class OneJson extends Formatter {
    @Override
    public String format(LogRecord event) {
        var json = new StringBuilder("{");
        add(json, "time", Instant.ofEpochMilli(event.getMillis()).truncatedTo(ChronoUnit.MILLIS).toString());
        add(json, "level", event.getLevel().getName());
        add(json, "logger", event.getLoggerName());
        if (event.getThrown() != null) {
            var trace = new StringWriter();
            event.getThrown().printStackTrace(new PrintWriter(trace, true));
            add(json, "failure", trace.toString());
        }
        add(json, "message", formatMessage(event));
        return json.append("}\n").toString();
    }

    private static void add(StringBuilder json, String name, String value) {
        json.append(json.length() == 1 ? "\"" : ",\"").append(name).append("\":\"");
        String.valueOf(value).strip().chars().forEach(character -> add(json, (char) character));
        json.append('"');
    }

    private static void add(StringBuilder json, char character) {
        switch (character) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\t' -> json.append("\\t");
            default -> {
                if (character >= ' ' && character < 127) {
                    json.append(character);
                } else {
                    json.append(String.format("\\u%04x", (int) character));
                }
            }
        }
    }
}
