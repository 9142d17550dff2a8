package org.atelier.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How an answer ended.
 *
 * @param reasoningMillis how long the model thought before it answered
 * @param sizes its events, so that a reader can resume long after the log is gone
 * @param model the one that really answered
 * @param error the problem document
 */
record AnswerEnd(
        UUID answerId,
        Status status,
        Optional<String> finishReason,
        String content,
        String reasoning,
        Optional<Long> reasoningMillis,
        EventSizes sizes,
        Optional<String> model,
        Optional<TokenUsage> usage,
        Optional<JsonNode> error,
        Instant endedAt) {}
