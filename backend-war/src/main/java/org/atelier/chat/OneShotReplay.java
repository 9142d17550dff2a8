package org.atelier.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.atelier.events.EventLog;
import org.atelier.provider.ChatEvent;
import org.atelier.web.Json;
import org.atelier.web.Sender;

/** An answer that was given before and is given again: letter by letter, or as a stream of the fewest events. */
final class OneShotReplay {
    private OneShotReplay() {}

    /** Sends the whole answer. */
    static void write(HttpServletResponse response, String answer) throws IOException {
        Sender.writeJson(response, answer.getBytes(StandardCharsets.UTF_8));
    }

    /** @return at most one {@code reasoning} and one {@code delta} event, one for each tool call, at most one {@code usage}, then {@code done} */
    static EventLog events(String answer) {
        var log = new EventLog(1);
        var json = parse(answer);
        var said = json.path("message");
        append(log, "reasoning", said.path("reasoning"));
        append(log, "delta", said.path("content"));
        append(log, "delta", json.path("text"));
        int index = 0;
        for (var call : said.path("tool_calls")) {
            log.append("tool_call", EventJson.of(piece(index++, call)));
        }
        if (json.path("usage").isObject()) {
            log.append("usage", EventJson.of(json.path("usage")));
        }
        log.append("done", answer.getBytes(StandardCharsets.UTF_8));
        log.close();
        return log;
    }

    private static ChatEvent.ToolCallPiece piece(int index, JsonNode call) {
        var function = call.path("function");
        return new ChatEvent.ToolCallPiece(
                index,
                Optional.of(call.path("id").asText()),
                Optional.of(function.path("name").asText()),
                function.path("arguments").asText());
    }

    private static void append(EventLog log, String event, JsonNode text) {
        if (!text.asText().isEmpty()) {
            log.append(event, EventJson.text(text.asText()));
        }
    }

    private static JsonNode parse(String answer) {
        try {
            return Json.MAPPER.readTree(answer);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
