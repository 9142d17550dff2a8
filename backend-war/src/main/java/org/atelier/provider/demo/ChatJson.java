package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** The wire forms of one answer, whole and in chunks. */
final class ChatJson {

    static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8);

    private final String id =
            "gen-demo-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final long created = Instant.now().getEpochSecond();
    private final String model;

    ChatJson(String model) {
        this.model = model;
    }

    String id() {
        return id;
    }

    private ObjectNode envelope(String object) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model)
                .put("provider", "Atelier Demo");
    }

    /** @param field {@code content} or {@code reasoning} */
    ObjectNode delta(String field, String text) {
        return chunk(Json.object().put(field, text), null);
    }

    ObjectNode finish(String reason) {
        return chunk(Json.object().put("content", ""), reason);
    }

    ObjectNode chunk(ObjectNode delta, String finishReason) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject();
        choice.put("index", 0).set("delta", delta);
        choice.put("finish_reason", finishReason);
        return chunk;
    }

    ObjectNode usageChunk(ObjectNode usage) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        chunk.putArray("choices");
        chunk.set("usage", usage);
        return chunk;
    }

    ObjectNode whole(String reasoning, String text, String finishReason, ObjectNode usage) {
        ObjectNode answer = envelope("chat.completion");
        ObjectNode choice = answer.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finishReason);
        ObjectNode message = choice.putObject("message");
        message.put("role", "assistant").put("content", text).put("reasoning", reasoning);
        answer.set("usage", usage);
        return answer;
    }

    static ObjectNode usage(int promptTokens, int completionTokens, BigDecimal cost) {
        return Json.object()
                .put("prompt_tokens", promptTokens)
                .put("completion_tokens", completionTokens)
                .put("total_tokens", promptTokens + completionTokens)
                .put("cost", cost);
    }

    static String event(ObjectNode chunk) {
        return "data: " + new String(Json.bytes(chunk), StandardCharsets.UTF_8) + "\n\n";
    }
}
