package org.atelier.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.UUID;

/** What can be set of a conversation; a missing field stays as it is, {@code null} empties it. */
public final class ConversationFields {
    static final String NO_MESSAGE = "names no message of this conversation";

    // As Jackson leaves them: null where the field is missing, empty where it is null.
    @JsonProperty
    private Optional<String> title;

    @JsonProperty
    private Optional<String> model;

    @JsonProperty
    private Optional<String> system;

    @JsonProperty
    private Optional<Double> temperature;

    @JsonProperty
    private Optional<Integer> maxTokens;

    @JsonProperty
    private Optional<Boolean> pinned;

    @JsonProperty
    private Optional<UUID> headId;

    @JsonProperty
    private Optional<UUID> branchThrough;

    Optional<String> title() {
        return Fields.name("title", Fields.absent(title));
    }

    Optional<String> model() {
        return Fields.name("model", Fields.absent(model));
    }

    private Optional<String> system() {
        return Fields.optionalText("system", Fields.absent(system)).filter(text -> !text.isEmpty());
    }

    Optional<UUID> headId() {
        return Fields.absent(headId);
    }

    /** A message whose newest branch shall be shown. */
    Optional<UUID> branchThrough() {
        return Fields.absent(branchThrough);
    }

    /** A new conversation has no message that could be shown. */
    void refuseMessages() {
        headId().ifPresent(head -> Fields.refuse("head_id", NO_MESSAGE));
        branchThrough().ifPresent(message -> Fields.refuse("branch_through", NO_MESSAGE));
    }

    void show(UUID head) {
        headId = Optional.of(head);
    }

    Conversation applyTo(Conversation before) {
        return new Conversation(
                before.id(),
                title().orElse(before.title()),
                model == null ? before.model() : model(),
                system == null ? before.system() : system(),
                temperature == null ? before.temperature() : Fields.temperature(temperature),
                maxTokens == null ? before.maxTokens() : Fields.maxTokens(maxTokens),
                Fields.absent(pinned).orElse(before.pinned()),
                headId().or(before::headId),
                before.createdAt(),
                before.updatedAt());
    }
}
