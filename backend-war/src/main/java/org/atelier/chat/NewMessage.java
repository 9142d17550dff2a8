package org.atelier.chat;

import java.util.Optional;
import java.util.UUID;

/**
 * {@code POST …/messages}.
 *
 * @param parentId what it continues; the shown branch's end when absent
 */
public record NewMessage(String content, Optional<UUID> parentId, Optional<String> model) {
    public NewMessage {
        Fields.text("content", content);
        parentId = Fields.absent(parentId);
        model = Fields.name("model", Fields.absent(model));
    }
}
