package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.atelier.provider.ChatMessage;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;

/** What a conversation reads like at this moment: stored messages, with the text of those that are being written from memory. */
@ApplicationScoped
class Transcript {
    private final Messages messages;
    private final AnswerStore ends;
    private final Answers answers;

    @Inject
    Transcript(Messages messages, AnswerStore ends, Answers answers) {
        this.messages = messages;
        this.ends = ends;
        this.answers = answers;
    }

    /** For the container's proxy only. */
    protected Transcript() {
        this(null, null, null);
    }

    /** @param activeBranch only what leads to the conversation's head; else every message */
    Page<Message> page(Conversation conversation, boolean activeBranch, PageRequest request) {
        var ids = activeBranch
                ? conversation
                        .headId()
                        .map(head -> messages.branch(conversation.id(), head))
                        .orElse(List.of())
                : messages.ids(conversation.id());
        int from = request.after()
                .map(key -> ids.indexOf(Ids.parse(key.get(0), "cursor")) + 1)
                .orElse(0);
        var wanted = ids.subList(from, Math.min(ids.size(), from + request.limitAndOne()));
        var page = Page.of(wanted, request, id -> List.of(id.toString()));
        return new Page<>(shown(messages.of(page.items())), page.nextCursor());
    }

    Message shown(MessageRow row) {
        return shown(List.of(row)).get(0);
    }

    private List<Message> shown(List<MessageRow> rows) {
        // The running ones first: an answer that ends in between is then found among the ends.
        var running = rows.stream().map(row -> answers.running(row.id())).toList();
        var answered = rows.stream()
                .filter(row -> row.role() == Author.ASSISTANT)
                .map(MessageRow::id)
                .toList();
        var known = ends.ends(answered);
        var shown = new ArrayList<Message>();
        for (int i = 0; i < rows.size(); i++) {
            shown.add(shown(rows.get(i), running.get(i), known));
        }
        return shown;
    }

    private static Message shown(MessageRow row, Optional<RunningAnswer> running, Map<UUID, AnswerEnd> ends) {
        if (row.role() == Author.USER) {
            return Message.of(row);
        }
        return running.map(RunningAnswer::message)
                .or(() -> Optional.ofNullable(ends.get(row.id())).map(end -> Message.ended(row, end)))
                .orElseGet(() -> Message.running(row, "", "", 0));
    }

    /** @return the branch as the model gets it, from the first message to that one; answers without text are left out */
    List<ChatMessage> upTo(UUID conversation, Optional<UUID> end) {
        var ids = end.map(id -> new ArrayList<>(messages.branch(conversation, id)))
                .orElseGet(ArrayList::new);
        Collections.reverse(ids);
        return shown(messages.of(ids)).stream()
                .filter(message -> !message.content().isBlank())
                .map(message -> message.role() == Author.USER
                        ? ChatMessage.user(message.content())
                        : ChatMessage.assistant(message.content()))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
