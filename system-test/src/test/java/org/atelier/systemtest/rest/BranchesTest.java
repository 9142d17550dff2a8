package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;

/** Branches of a conversation, its settings and its export, over the API. */
@OnSharedSite
class BranchesTest {
    @Test
    void anotherWordingIsASiblingAndItsBranchCanBeShown(Site site) {
        var owner = site.somebody();
        var conversation = Conversation.of(owner, Models.QUICK);
        var first = asked(conversation, Map.of("content", "First"));
        asked(conversation, Map.of("content", "Second"));
        var other = asked(conversation, Map.of("content", "Other", "sibling_of", first));

        assertThat(contents(conversation)).containsExactly("word", "Other");
        var siblings = shown(conversation).get(1).path("siblings");
        assertThat(siblings).extracting(JsonNode::asText).containsExactly(first, other);

        owner.send("PATCH", conversation.path(), Map.of("branch_through", first))
                .expect(200);
        assertThat(contents(conversation)).containsExactly("word", "Second", "word", "First");
        var markdown =
                owner.get(conversation.path() + "/export?format=markdown").expect(200);
        assertThat(markdown.mediaType()).isEqualTo("text/markdown");
        assertThat(markdown.body()).contains("First", "Second").doesNotContain("Other");
        var json = owner.get(conversation.path() + "/export?format=json").expect(200);
        assertThat(json.json().path("messages")).hasSize(6);
    }

    @Test
    void nonsenseAndForeignThingsAreRefused(Site site) {
        var owner = site.somebody();
        var conversation = Conversation.of(owner, Models.QUICK);
        var question = asked(conversation, Map.of("content", "First"));
        var elsewhere = Conversation.of(owner, Models.QUICK);
        var answer = shown(conversation).get(0).path("id").asText();
        owner.post(elsewhere.path() + "/messages", Map.of("content", "x", "sibling_of", question))
                .expect(422);
        owner.post(conversation.path() + "/messages", Map.of("content", "x", "sibling_of", answer))
                .expect(422);
        owner.post(
                        conversation.path() + "/messages",
                        Map.of("content", "x", "sibling_of", question, "parent_id", answer))
                .expect(422);
        owner.send("PATCH", elsewhere.path(), Map.of("branch_through", question))
                .expect(422);
        owner.send("PATCH", conversation.path(), Map.of("temperature", 2.5)).expect(422);
        owner.send("PATCH", conversation.path(), Map.of("max_tokens", 0)).expect(422);
        owner.get(conversation.path() + "/export?format=pdf").expect(422);
        site.somebody().get(conversation.path() + "/export").expect(404);
    }

    @Test
    void theWishedLengthReachesTheModel(Site site) {
        var conversation = Conversation.of(site.somebody(), "bench/chunks-50");
        conversation
                .owner()
                .send("PATCH", conversation.path(), Map.of("max_tokens", 5, "temperature", 0.3))
                .expect(200);
        asked(conversation, Map.of("content", "Write"));
        assertThat(shown(conversation).get(0).path("finish_reason").asText()).isEqualTo("length");
        assertThat(conversation
                        .owner()
                        .get(conversation.path())
                        .json()
                        .path("temperature")
                        .asDouble())
                .isEqualTo(0.3);
    }

    /** @return the question's id, once it is answered */
    private static String asked(Conversation conversation, Map<String, String> body) {
        var accepted = conversation
                .owner()
                .post(conversation.path() + "/messages", body)
                .expect(202)
                .json();
        try (var events = conversation.events(accepted.path("answer_id").asText(), "")) {
            events.until(EventStream.Event::ends);
        }
        return accepted.path("user_message").path("id").asText();
    }

    private static JsonNode shown(Conversation conversation) {
        return conversation
                .owner()
                .get(conversation.path() + "/messages?branch=active")
                .expect(200)
                .json()
                .path("items");
    }

    private static Iterable<String> contents(Conversation conversation) {
        return StreamSupport.stream(shown(conversation).spliterator(), false)
                .map(message -> message.path("content").asText().strip())
                .toList();
    }
}
