package org.atelier.chat;

import java.util.Optional;
import java.util.UUID;

/**
 * {@code POST …/messages}.
 *
 * @param parentId what it continues; the shown branch's end when absent
 * @param siblingOf an own message that it stands beside, as another wording of the same question
 */
public record NewMessage(String content, Optional<UUID> parentId, Optional<UUID> siblingOf, Optional<String> model) {
    public NewMessage {
        Fields.text("content", content);
        parentId = Fields.absent(parentId);
        siblingOf = Fields.absent(siblingOf);
        if (parentId.isPresent() && siblingOf.isPresent()) {
            Fields.refuse("sibling_of", "says already what the message continues: leave out parent_id");
        }
        model = Fields.name("model", Fields.absent(model));
    }
}
