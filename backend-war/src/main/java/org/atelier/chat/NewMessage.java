package org.atelier.chat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code POST …/messages}.
 *
 * @param attachments ids of own pictures
 * @param parentId what it continues; the shown branch's end when absent
 * @param siblingOf an own message that it stands beside, as another wording of the same question
 */
public record NewMessage(
        String content,
        List<UUID> attachments,
        Optional<UUID> parentId,
        Optional<UUID> siblingOf,
        Optional<String> model) {
    private static final int MOST_ATTACHMENTS = 8;

    public NewMessage {
        Fields.text("content", content);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        if (attachments.size() > MOST_ATTACHMENTS) {
            Fields.refuse("attachments", "may be at most " + MOST_ATTACHMENTS);
        }
        parentId = Fields.absent(parentId);
        siblingOf = Fields.absent(siblingOf);
        if (parentId.isPresent() && siblingOf.isPresent()) {
            Fields.refuse("sibling_of", "says already what the message continues: leave out parent_id");
        }
        model = Fields.name("model", Fields.absent(model));
    }
}
