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
    private static final double HOTTEST = 2;
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
                checkedTemperature(),
                checkedMaxTokens(),
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

    private Optional<Double> checkedTemperature() {
        var given = Fields.absent(temperature);
        if (given.filter(value -> !(value >= 0 && value <= HOTTEST)).isPresent()) {
            throw Problem.field("temperature", "must be a number from 0 to 2");
        }
        return given;
    }

    private Optional<Integer> checkedMaxTokens() {
        var given = Fields.absent(maxTokens);
        if (given.filter(value -> value < 1).isPresent()) {
            throw Problem.field("max_tokens", "must be at least 1");
        }
        return given;
    }
}
