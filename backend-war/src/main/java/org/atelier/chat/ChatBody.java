package org.atelier.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.atelier.provider.ChatMessage;
import org.atelier.web.Problem;

/** {@code POST /ai/chat}: the whole conversation comes with the request. */
record ChatBody(
        Optional<String> model,
        List<Turn> messages,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        Optional<Boolean> stream) {
    private static final int MOST_MESSAGES = 2000;

    /** @param role {@code system}, {@code user} or {@code assistant} */
    record Turn(String role, String content) {}

    Question question() {
        if (messages == null || messages.isEmpty() || messages.size() > MOST_MESSAGES) {
            throw Problem.field("messages", "must hold 1 to " + MOST_MESSAGES + " messages");
        }
        return new Question(
                Fields.name("model", Fields.absent(model)),
                IntStream.range(0, messages.size()).mapToObj(this::message).toList(),
                Fields.temperature(Fields.absent(temperature)),
                Fields.maxTokens(Fields.absent(maxTokens)),
                Fields.absent(stream).orElse(false));
    }

    private ChatMessage message(int at) {
        var turn = messages.get(at);
        var field = "messages[" + at + "]";
        if (turn == null || turn.role() == null) {
            throw Problem.field(field + ".role", "must be system, user or assistant");
        }
        var text = Fields.text(field + ".content", turn.content());
        return switch (turn.role()) {
            case "system" -> ChatMessage.system(text);
            case "user" -> ChatMessage.user(text);
            case "assistant" -> ChatMessage.assistant(text);
            default -> throw Problem.field(field + ".role", "must be system, user or assistant");
        };
    }
}
