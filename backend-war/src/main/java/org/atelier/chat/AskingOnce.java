package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.atelier.idempotency.Claim;
import org.atelier.idempotency.Keys;
import org.atelier.idempotency.RequestKey;
import org.atelier.web.Caller;

/**
 * Asking in a conversation with an {@code Idempotency-Key}: the key is stored together with the messages, so that either both are
 * there or none, and the same request gets the same answer for a day, made from the messages.
 */
@ApplicationScoped
class AskingOnce {
    private final Asking asking;
    private final Conversations conversations;
    private final Messages messages;
    private final MessagePictures pictures;
    private final Keys keys;

    @Inject
    AskingOnce(Asking asking, Conversations conversations, Messages messages, MessagePictures pictures, Keys keys) {
        this.asking = asking;
        this.conversations = conversations;
        this.messages = messages;
        this.pictures = pictures;
        this.keys = keys;
    }

    /** For the container's proxy only. */
    protected AskingOnce() {
        this(null, null, null, null, null);
    }

    /** What was asked. @param replayed whether that was by an earlier request */
    record Once<T>(T answer, boolean replayed) {}

    Once<Asking.Asked> ask(Caller caller, UUID conversation, NewMessage asked, Optional<RequestKey> key) {
        return once(
                key,
                asked,
                also -> asking.ask(caller, conversation, asked, also),
                id -> before(caller, conversation, id));
    }

    private Asking.Asked before(Caller caller, UUID conversation, UUID answer) {
        conversations.owned(caller, conversation);
        var question = messages.find(conversation, answer)
                .flatMap(MessageRow::parentId)
                .flatMap(parent -> messages.find(conversation, parent))
                .orElseThrow();
        return new Asking.Asked(pictures.shown(caller.userId(), Message.of(question)), answer);
    }

    Once<UUID> again(Caller caller, UUID conversation, UUID message, Optional<String> model, Optional<RequestKey> key) {
        return once(key, model, also -> asking.again(caller, conversation, message, model, also), id -> {
            conversations.owned(caller, conversation);
            return id;
        });
    }

    private <T> Once<T> once(
            Optional<RequestKey> key, Object body, Function<Asking.Alongside, T> ask, Function<UUID, T> before) {
        if (key.isEmpty()) {
            return new Once<>(ask.apply(Asking.NOTHING_ELSE), false);
        }
        var claim = keys.claim(key.get(), body);
        if (claim instanceof Claim.Answered answered) {
            return new Once<>(before.apply(answered.runId()), true);
        }
        // Nothing else is possible: these keys are never on disk before their answer is.
        var fresh = (Claim.Fresh) claim;
        try {
            return new Once<>(ask.apply((handle, answer) -> keys.takeAnswered(handle, fresh, answer)), false);
        } finally {
            keys.leave(fresh);
        }
    }
}
