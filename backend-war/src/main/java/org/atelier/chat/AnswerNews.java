package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.atelier.events.PersonEvents;

/** Tells a person's open pages what happens to their answers, by the events of the answer's own log. */
@ApplicationScoped
class AnswerNews {
    private final PersonEvents events;

    @Inject
    AnswerNews(PersonEvents events) {
        this.events = events;
    }

    /** For the container's proxy only. */
    protected AnswerNews() {
        this(null);
    }

    /**
     * @param seq the event's number in the answer's log
     * @param json its data there; a message or a problem is passed on as a member of that name, anything else member by member
     */
    void tell(UUID userId, MessageRow answer, long seq, String event, byte[] json) {
        events.publish(userId, "answer", () -> {
            var head = "{\"conversation_id\":\"" + answer.conversationId() + "\",\"answer_id\":\"" + answer.id()
                    + "\",\"seq\":" + seq + ",\"event\":\"" + event + "\",";
            var data = new String(json, StandardCharsets.UTF_8);
            var body =
                    switch (event) {
                        case "done" -> "\"message\":" + data + "}";
                        case "error" -> "\"problem\":" + data + "}";
                        default -> data.substring(1);
                    };
            return (head + body).getBytes(StandardCharsets.UTF_8);
        });
    }
}
