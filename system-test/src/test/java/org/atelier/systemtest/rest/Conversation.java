package org.atelier.systemtest.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** One conversation as its owner sees it over the API. */
public record Conversation(Api owner, String id) {

    public static Conversation of(Api owner, String model) {
        var created = owner.post("/api/conversations", Map.of("model", model)).expect(201);
        return new Conversation(owner, created.json().path("id").asText());
    }

    /** @return the id of the answer that is on its way */
    public String ask(String question) {
        var accepted =
                owner.post(path() + "/messages", Map.of("content", question)).expect(202);
        return accepted.json().path("answer_id").asText();
    }

    public EventStream events(String answer, String lastEventId) {
        return owner.events(path() + "/answers/" + answer + "/events", lastEventId);
    }

    public Reply stop(String answer) {
        return owner.post(path() + "/answers/" + answer + "/stop", null);
    }

    public String answerAgain(String message) {
        var accepted = owner.post(path() + "/messages/" + message + "/answers", Map.of());
        return accepted.expect(202).json().path("answer_id").asText();
    }

    /** @return all messages, the newest first */
    public JsonNode messages() {
        return owner.get(path() + "/messages?limit=100").expect(200).json().path("items");
    }

    public JsonNode message(String id) {
        return StreamSupport.stream(messages().spliterator(), false)
                .filter(message -> message.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No message " + id + " in " + messages()));
    }

    public String path() {
        return "/api/conversations/" + id;
    }
}
