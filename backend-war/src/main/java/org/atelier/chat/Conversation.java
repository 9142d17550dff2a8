package org.atelier.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation as its owner sees it.
 *
 * @param model what answers when a message names none
 * @param system what the model is told before everything else
 * @param temperature how freely the model chooses its words, where it can be told
 * @param maxTokens the longest answer, where the model can be told
 * @param headId the last message of the branch that is shown
 */
record Conversation(
        UUID id,
        String title,
        Optional<String> model,
        Optional<String> system,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        boolean pinned,
        Optional<UUID> headId,
        Instant createdAt,
        Instant updatedAt) {

    /** One in which nothing was set or said yet. */
    static Conversation begun(UUID id, Instant now) {
        return new Conversation(
                id,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                now,
                now);
    }

    /** @return the conversation after a turn. @param ifUntitled its title, if it has none yet */
    Conversation continued(MessageRow answer, String ifUntitled) {
        return new Conversation(
                id,
                title.isEmpty() ? ifUntitled : title,
                answer.model(),
                system,
                temperature,
                maxTokens,
                pinned,
                Optional.of(answer.id()),
                createdAt,
                answer.createdAt());
    }
}
