package org.atelier.chat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.atelier.provider.ChatMessage;

/** {@code POST /generate/text}: one prompt, one text. */
record TextBody(Optional<String> model, String prompt, Optional<String> system, Optional<Boolean> stream) {
    Question question() {
        var messages = new ArrayList<ChatMessage>();
        Fields.optionalText("system", Fields.absent(system))
                .filter(text -> !text.isBlank())
                .map(ChatMessage::system)
                .ifPresent(messages::add);
        messages.add(ChatMessage.user(Fields.text("prompt", prompt)));
        return new Question(
                Fields.name("model", Fields.absent(model)),
                messages,
                Optional.empty(),
                Optional.empty(),
                Fields.absent(stream).orElse(false),
                Map.of());
    }
}
