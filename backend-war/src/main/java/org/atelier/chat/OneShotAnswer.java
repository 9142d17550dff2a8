package org.atelier.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.provider.FinishReason;
import org.atelier.provider.ToolCall;
import org.atelier.provider.Usage;
import org.atelier.usage.Route;

/** A whole one-shot answer on the wire. */
sealed interface OneShotAnswer {

    /** Of {@code /ai/chat}. @param model the one that really answered */
    record Chat(UUID id, String model, Said message, String finishReason, Optional<TokenUsage> usage)
            implements OneShotAnswer {}

    /** Of {@code /generate/text}. */
    record Text(UUID id, String text, String finishReason, Optional<TokenUsage> usage) implements OneShotAnswer {}

    /** What the model said. */
    record Said(
            Author role,
            String content,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reasoning,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WireToolCall> toolCalls) {}

    static OneShotAnswer of(
            Route route,
            UUID id,
            String model,
            String text,
            Optional<String> reasoning,
            List<ToolCall> toolCalls,
            FinishReason reason,
            Optional<Usage> usage) {
        var word = reason == FinishReason.TOOL_CALLS ? "tool_calls" : Endings.word(reason);
        var calls = toolCalls.stream().map(WireToolCall::of).toList();
        var tokens = usage.map(TokenUsage::of);
        return route == Route.TEXT
                ? new Text(id, text, word, tokens)
                : new Chat(id, model, new Said(Author.ASSISTANT, text, reasoning, calls), word, tokens);
    }
}
