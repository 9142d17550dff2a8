package org.atelier.chat;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.atelier.provider.ChatMessage;
import org.atelier.web.Problem;

/** {@code POST /ai/chat}: the whole conversation comes with the request. @param further see {@link ChatParameters} */
record ChatBody(
        Optional<String> model,
        List<Turn> messages,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        Optional<Boolean> stream,
        @JsonAnySetter Map<String, JsonNode> further) {
    private static final int MOST_MESSAGES = 2000;

    Question question() {
        if (messages == null || messages.isEmpty() || messages.size() > MOST_MESSAGES) {
            throw Problem.field("messages", "must hold 1 to " + MOST_MESSAGES + " messages");
        }
        return new Question(
                Fields.name("model", Fields.absent(model)),
                IntStream.range(0, messages.size()).mapToObj(this::message).toList(),
                Fields.temperature(Fields.absent(temperature)),
                Fields.maxTokens(Fields.absent(maxTokens)),
                Fields.absent(stream).orElse(false),
                further == null ? Map.of() : ChatParameters.of(further));
    }

    private ChatMessage message(int at) {
        var field = "messages[" + at + "]";
        if (messages.get(at) == null) {
            throw Problem.field(field, "must be a message");
        }
        return messages.get(at).message(field);
    }
}
