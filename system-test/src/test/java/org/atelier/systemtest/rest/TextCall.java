package org.atelier.systemtest.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A paid call for text by one of the routes that there are, and how it ended for its caller. */
final class TextCall {
    /** Asks for 50 words; the model's own limit of 8,192 is what its price is reserved for. */
    static final String MODEL = "bench/chunks-50";

    static final String ANSWERED = "answered";
    static final String REFUSED = "refused";

    private TextCall() {}

    static Map<String, Object> question(boolean stream) {
        var messages = List.of(Map.of("role", "user", "content", "Say hello to the harbour."));
        return Map.of("model", MODEL, "messages", messages, "stream", stream);
    }

    /**
     * What says how long its answer may be sets that aside, everything else all that is left. A stream and a conversation may be refused after
     * they were accepted, when others were quicker to set it aside.
     *
     * @param call its number chooses the route
     * @return {@link #ANSWERED}, {@link #REFUSED}, or what else came
     */
    static String by(Api person, Conversation conversation, int call) {
        return switch (call % 4) {
            case 0 -> {
                var brief = new HashMap<>(question(false));
                brief.put("max_tokens", 60);
                yield end(person.post("/api/ai/chat", brief));
            }
            case 1 -> end(person.post("/api/ai/chat", question(true)));
            case 2 -> end(person.post("/api/generate/text", Map.of("model", MODEL, "prompt", "Say hello.")));
            default -> end(conversation);
        };
    }

    /** Not a cent goes either when somebody has more requests at once than one person may. */
    private static String end(Reply reply) {
        boolean refused = reply.status() == 402
                || reply.status() == 429
                || reply.body().contains("/api/problems/budget-exhausted");
        return refused ? REFUSED : reply.status() == 200 ? ANSWERED : reply.status() + ": " + reply.body();
    }

    private static String end(Conversation conversation) {
        var reply = conversation.owner().post(conversation.path() + "/messages", Map.of("content", "Say hello."));
        if (reply.status() != 202) {
            return end(reply);
        }
        var answer = reply.json().path("answer_id").asText();
        try (var events = conversation.events(answer, "")) {
            events.until(EventStream.Event::ends);
        }
        var message = conversation.message(answer);
        boolean refused = message.at("/error/type").asText().equals("/api/problems/budget-exhausted");
        return refused ? REFUSED : message.path("status").asText().equals("complete") ? ANSWERED : message.toString();
    }
}
