package org.atelier.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message as it is stored when it is asked or begun; it never changes.
 *
 * @param content empty for an answer, whose text grows elsewhere
 * @param model the one that is asked
 * @param capped whether the budget, and nothing else, limits the answer's length
 */
record MessageRow(
        UUID id,
        UUID conversationId,
        Optional<UUID> parentId,
        Author role,
        String content,
        Optional<String> model,
        int leftOut,
        boolean capped,
        Instant createdAt) {}
