package org.atelier.provider;

import java.util.List;
import java.util.Optional;

/**
 * A whole answer.
 *
 * @param model the one that really answered
 * @param pictures URLs as sent, usually data URLs
 * @param toolCalls what the model wants its caller to run before it goes on
 */
public record ChatAnswer(
        Optional<String> generationId,
        String model,
        String text,
        Optional<String> reasoning,
        List<String> pictures,
        List<ToolCall> toolCalls,
        FinishReason finishReason,
        Optional<Usage> usage) {

    public ChatAnswer {
        pictures = List.copyOf(pictures);
        toolCalls = List.copyOf(toolCalls);
    }
}
