package org.atelier.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.gallery.GalleryItem;

/**
 * A message as people see it.
 *
 * @param model the one that answered, or was asked to
 * @param error the problem document of a failed answer
 * @param reasoningMs milliseconds from the first thought to the first word, or until now
 * @param leftOut how many of the oldest messages the model was not shown, because they did not fit
 * @param endedByBudget true when the answer is shorter than the model would have made it, because the budget left no more
 * @param media pictures that were attached or that the answer brought
 * @param siblings what stands beside it, itself included, oldest first: other wordings of a question, other answers
 * @param lastEventId while it is being written: the last event whose text is in it already
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Message(
        UUID id,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<UUID> parentId,
        Author role,
        Status status,
        String content,
        Optional<String> reasoning,
        Optional<Long> reasoningMs,
        Optional<String> model,
        Optional<String> finishReason,
        Optional<TokenUsage> usage,
        Optional<JsonNode> error,
        Optional<Integer> leftOut,
        Optional<Boolean> endedByBudget,
        Optional<List<GalleryItem>> media,
        Optional<List<UUID>> siblings,
        Optional<Long> lastEventId,
        Instant createdAt) {

    static Message of(MessageRow row) {
        return of(row, Status.COMPLETE, row.content(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An answer while it is being written. */
    static Message running(
            MessageRow row, String content, String reasoning, Optional<Long> reasoningMs, long lastEventId) {
        return of(row, Status.STREAMING, content, present(reasoning), reasoningMs, Optional.of(lastEventId));
    }

    static Message ended(MessageRow row, AnswerEnd end) {
        return new Message(
                row.id(),
                row.parentId(),
                row.role(),
                end.status(),
                end.content(),
                present(end.reasoning()),
                end.reasoningMillis(),
                end.model().or(row::model),
                end.finishReason(),
                end.usage(),
                end.error(),
                leftOut(row),
                Optional.of(true)
                        .filter(yes -> row.capped() && end.finishReason().equals(Optional.of("length"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                row.createdAt());
    }

    private static Message of(
            MessageRow row,
            Status status,
            String content,
            Optional<String> reasoning,
            Optional<Long> reasoningMs,
            Optional<Long> lastEventId) {
        return new Message(
                row.id(),
                row.parentId(),
                row.role(),
                status,
                content,
                reasoning,
                reasoningMs,
                row.model(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                leftOut(row),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lastEventId,
                row.createdAt());
    }

    /** @param all of those that follow the same message, this one included */
    Message among(List<UUID> all) {
        return new Message(
                id,
                parentId,
                role,
                status,
                content,
                reasoning,
                reasoningMs,
                model,
                finishReason,
                usage,
                error,
                leftOut,
                endedByBudget,
                media,
                Optional.of(all).filter(some -> some.size() > 1),
                lastEventId,
                createdAt);
    }

    Message with(List<GalleryItem> pictures) {
        return new Message(
                id,
                parentId,
                role,
                status,
                content,
                reasoning,
                reasoningMs,
                model,
                finishReason,
                usage,
                error,
                leftOut,
                endedByBudget,
                Optional.of(pictures).filter(some -> !some.isEmpty()),
                siblings,
                lastEventId,
                createdAt);
    }

    private static Optional<Integer> leftOut(MessageRow row) {
        return Optional.of(row.leftOut()).filter(count -> count > 0);
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
