package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.EventStream.Event;
import org.junit.jupiter.api.Test;

/** Pictures in a conversation: shown to models that see, and brought by models that draw. */
@OnSharedSite
class ChatPicturesTest {
    /** Says what it was shown. */
    private static final String SEES = "demo/owl";

    private static final String BLIND = "demo/finch";

    /** Writes a sentence and draws. Only tests are offered it. */
    private static final String DRAWS = "bench/chat-image-delay-20";

    /** @return the id of a picture of 256 by 256 pixels in the person's gallery */
    private static String picture(Api person) {
        var wish = Map.of("model", "bench/image-delay-20", "prompt", "A heron", "aspect_ratio", "1:1");
        var job = person.with(Map.of("Prefer", "wait=50"))
                .post("/api/generate/image", wish)
                .expect(200)
                .json();
        return job.path("media").get(0).path("id").asText();
    }

    private static JsonNode asked(Conversation conversation, String question, List<String> attachments) {
        var body = Map.of("content", question, "attachments", attachments);
        return conversation
                .owner()
                .post(conversation.path() + "/messages", body)
                .expect(202)
                .json();
    }

    private static Event end(Conversation conversation, JsonNode asked) {
        try (var stream = conversation.events(asked.path("answer_id").asText(), "")) {
            var events = stream.until(Event::ends);
            return events.get(events.size() - 1);
        }
    }

    @Test
    void anAttachedPictureIsShownToTheModelAndStaysWithItsQuestion(Site site) {
        var person = site.somebody();
        var picture = picture(person);
        var conversation = Conversation.of(person, SEES);
        var asked = asked(conversation, "What is this?", List.of(picture));
        assertThat(asked.path("user_message").path("media").get(0).path("id").asText())
                .isEqualTo(picture);

        var answer = end(conversation, asked).data().path("content").asText();
        assertThat(answer).contains("Your picture arrived: PNG, 256 × 256 pixels");

        var question =
                conversation.message(asked.path("user_message").path("id").asText());
        var media = question.path("media").get(0);
        assertThat(media.path("media_type").asText()).isEqualTo("image/png");
        person.get(media.path("content_url").asText()).expect(200);
        site.somebody().get(media.path("content_url").asText()).expect(404);

        person.send("DELETE", "/api/gallery/" + picture, null).expect(204);
        assertThat(conversation.message(question.path("id").asText()).has("media"))
                .as("in the bin")
                .isFalse();
    }

    @Test
    void aPictureInAnAnswerIsToldWithItsEndKeptAndInTheGallery(Site site) {
        var person = site.somebody();
        var conversation = Conversation.of(person, DRAWS);
        var asked = asked(conversation, "Draw a boat", List.of());
        var done = end(conversation, asked);
        assertThat(done.name()).isEqualTo("done");
        var told = done.data().path("media");
        assertThat(told).hasSize(1);

        var answer = asked.path("answer_id").asText();
        assertThat(conversation.message(answer).path("media")).isEqualTo(told);
        var item = person.get("/api/gallery").expect(200).json().path("items").get(0);
        assertThat(item.path("id")).isEqualTo(told.get(0).path("id"));
        assertThat(item.path("prompt").asText()).isEqualTo("Draw a boat");
        person.get(item.path("content_url").asText()).expect(200);

        try (var late = conversation.events(answer, "")) {
            var again = late.until(Event::ends);
            assertThat(again.get(again.size() - 1).data().path("media")).isEqualTo(told);
        }
        var file = person.get(conversation.path() + "/export?format=json").expect(200);
        assertThat(file.json().path("messages").get(1).path("media")).isEqualTo(told);
        var next = end(conversation, asked(conversation, "The same once more", List.of()));
        assertThat(next.data().path("media")).hasSize(1);
        assertThat(person.get("/api/gallery").json().path("items")).hasSize(2);
    }

    @Test
    void whatCannotBeAttachedIsRefusedBeforeAnythingIsStored(Site site) {
        var person = site.somebody();
        var own = picture(person);
        var foreign = picture(site.somebody());
        var conversation = Conversation.of(person, SEES);
        var path = conversation.path() + "/messages";
        person.post(path, Map.of("content", "x", "attachments", List.of(own, foreign)))
                .expect(422);
        person.post(path, Map.of("content", "x", "attachments", Collections.nCopies(9, own)))
                .expect(422);
        person.post(path, Map.of("content", "x", "attachments", List.of("no id")))
                .expect(422);
        var blind = person.post(path, Map.of("content", "x", "model", BLIND, "attachments", List.of(own)))
                .expect(422);
        assertThat(blind.body()).contains("does not see pictures");
        assertThat(conversation.messages()).isEmpty();
    }
}
