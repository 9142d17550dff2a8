package org.atelier.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.atelier.provider.ChatEvent;
import org.atelier.provider.ToolCalls;
import org.atelier.web.Json;

/** What the chunks of a stream come to, for a request whose answer is kept; for any other it gathers nothing. */
final class WholeAnswer {
    private final boolean wanted;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final ToolCalls toolCalls = new ToolCalls();
    private String finishReason = "stop";

    WholeAnswer(boolean wanted) {
        this.wanted = wanted;
    }

    void add(ChatEvent event) {
        if (!wanted) {
            return;
        }
        if (event instanceof ChatEvent.Text piece) {
            text.append(piece.text());
        } else if (event instanceof ChatEvent.Reasoning piece) {
            reasoning.append(piece.text());
        } else if (event instanceof ChatEvent.ToolCallPiece piece) {
            toolCalls.add(piece);
        }
    }

    /** In the model's own word. */
    void ends(JsonNode chunk) {
        finishReason = chunk.path("choices").path(0).path("finish_reason").asText(finishReason);
    }

    ObjectNode json(UUID id, String model, Instant now, JsonNode usage) {
        var answer = Answered.whole(Json.MAPPER.createObjectNode(), id, now).put("model", model);
        var choice = answer.putArray("choices").addObject().put("index", 0);
        var message = choice.putObject("message").put("role", "assistant").put("content", text.toString());
        if (!reasoning.isEmpty()) {
            message.put("reasoning", reasoning.toString());
        }
        if (!toolCalls.whole().isEmpty()) {
            var calls = message.putArray("tool_calls");
            toolCalls.whole().forEach(call -> {
                var wire = calls.addObject().put("id", call.id()).put("type", "function");
                wire.putObject("function").put("name", call.name()).put("arguments", call.arguments());
            });
        }
        choice.put("finish_reason", finishReason);
        answer.set("usage", usage);
        return answer;
    }
}
