package org.atelier.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.atelier.events.EventLog;
import org.atelier.web.Json;

/** The wire form of answers: the provider's words under our id, without what says who stands behind us. */
final class Answered {
    static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final String CHUNK = "chat.completion.chunk";

    private Answered() {}

    static String id(UUID id) {
        return "chatcmpl-" + id.toString().replace("-", "");
    }

    static byte[] frame(byte[] json) {
        var frame = new byte[DATA.length + json.length + 2];
        System.arraycopy(DATA, 0, frame, 0, DATA.length);
        System.arraycopy(json, 0, frame, DATA.length, json.length);
        frame[frame.length - 2] = '\n';
        frame[frame.length - 1] = '\n';
        return frame;
    }

    /** Changes it in place. */
    static ObjectNode ours(ObjectNode words, UUID id, String object, Instant now) {
        words.put("id", id(id));
        words.put("object", object);
        if (!words.path("created").isIntegralNumber()) {
            words.put("created", now.getEpochSecond());
        }
        words.remove("provider");
        words.path("choices").forEach(choice -> {
            withoutAddresses(choice.path("delta").path("images"));
            withoutAddresses(choice.path("message").path("images"));
        });
        return words;
    }

    /** A picture that is named by an address would lead to whoever stands behind us. */
    private static void withoutAddresses(JsonNode pictures) {
        for (var each = pictures.iterator(); each.hasNext(); ) {
            if (!each.next().path("image_url").path("url").asText().startsWith("data:")) {
                each.remove();
            }
        }
    }

    static ObjectNode whole(ObjectNode words, UUID id, Instant now) {
        return ours(words, id, "chat.completion", now);
    }

    static ObjectNode chunk(ObjectNode words, UUID id, Instant now) {
        return ours(words, id, CHUNK, now);
    }

    /** The last chunk for whoever wants to know what was used. */
    static ObjectNode usage(JsonNode usage, UUID id, String model, Instant now) {
        var chunk = Json.MAPPER.createObjectNode();
        chunk(chunk, id, now).put("model", model).putArray("choices");
        chunk.set("usage", usage);
        return chunk;
    }

    /** @return an answer that was given before, as a stream of the fewest chunks */
    static EventLog again(String json, boolean usageAtTheEnd) {
        var whole = Json.tree(json);
        var log = new EventLog(1);
        for (var choice : whole.path("choices")) {
            var message = ((ObjectNode) choice.path("message")).deepCopy();
            int index = 0;
            for (var call : message.path("tool_calls")) {
                ((ObjectNode) call).put("index", index++);
            }
            log.append(frame(Json.bytes(piece(whole, choice, message, null))));
            var end = choice.path("finish_reason").asText();
            log.append(frame(Json.bytes(piece(whole, choice, Json.MAPPER.createObjectNode(), end))));
        }
        if (usageAtTheEnd) {
            var last = head(whole);
            last.putArray("choices");
            last.set("usage", whole.path("usage"));
            log.append(frame(Json.bytes(last)));
        }
        log.append(DONE);
        log.close();
        return log;
    }

    private static ObjectNode head(JsonNode whole) {
        var chunk = Json.MAPPER.createObjectNode();
        chunk.set("id", whole.path("id"));
        chunk.put("object", CHUNK);
        chunk.set("created", whole.path("created"));
        chunk.set("model", whole.path("model"));
        return chunk;
    }

    private static ObjectNode piece(JsonNode whole, JsonNode choice, ObjectNode delta, String end) {
        var chunk = head(whole);
        var only = chunk.putArray("choices").addObject();
        only.set("index", choice.path("index"));
        only.set("delta", delta);
        only.put("finish_reason", end);
        return chunk;
    }
}
