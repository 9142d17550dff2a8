package org.atelier.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation as its owner sees it.
 *
 * @param model what answers when a message names none
 * @param system what the model is told before everything else
 * @param headId the last message of the branch that is shown
 */
record Conversation(
        UUID id,
        String title,
        Optional<String> model,
        Optional<String> system,
        boolean pinned,
        Optional<UUID> headId,
        Instant createdAt,
        Instant updatedAt) {

    /** @return the conversation after a turn. @param ifUntitled its title, if it has none yet */
    Conversation continued(MessageRow answer, String ifUntitled) {
        return new Conversation(
                id,
                title.isEmpty() ? ifUntitled : title,
                answer.model(),
                system,
                pinned,
                Optional.of(answer.id()),
                createdAt,
                answer.createdAt());
    }
}
