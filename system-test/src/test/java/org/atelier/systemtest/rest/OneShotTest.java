package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;

/** Text without a conversation, and what every caller may rely on. */
@OnSharedSite
class OneShotTest {
    private static Map<String, Object> chat(String model, boolean stream) {
        var messages = List.of(Map.of("role", "user", "content", "Say hello to the harbour."));
        return Map.of("model", model, "messages", messages, "stream", stream);
    }

    @Test
    void chatAnswersAtOnce(Site site) {
        var person = site.somebody();

        var answer =
                person.post("/api/ai/chat", chat(Models.offered(person), false)).expect(200);

        assertThat(answer.body()).contains("harbour");
    }

    @Test
    void chatStreamsTheSameWay(Site site) {
        var person = site.somebody();
        try (var stream = person.stream("/api/ai/chat", chat(Models.offered(person), true))) {
            assertThat(stream.mediaType()).isEqualTo("text/event-stream");
            assertThat(stream.until(EventStream.Event::ends))
                    .hasSizeGreaterThan(2)
                    .last()
                    .extracting(EventStream.Event::name)
                    .isEqualTo("done");
        }
    }

    @Test
    void aProgramMayOfferToolsAndHandsBackWhatTheyGave(Site site) {
        var person = site.somebody();
        var tool = Map.of("type", "function", "function", Map.of("name", "tide", "parameters", Map.of()));
        var question = Map.of("role", "user", "content", "When is high tide?");
        var asked = Map.of(
                "model",
                "demo/finch",
                "messages",
                List.of(question),
                "tools",
                List.of(tool),
                "tool_choice",
                "required");

        var answer = person.post("/api/ai/chat", asked).expect(200).json();
        var call = answer.path("message").path("tool_calls").path(0);

        assertThat(answer.path("finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(call.path("function").path("name").asText()).isEqualTo("tide");
        var result = Map.of("role", "tool", "tool_call_id", call.path("id").asText(), "content", "At half past nine.");
        var turn = Map.of("role", "assistant", "content", "", "tool_calls", List.of(call));
        assertThat(person.post(
                                "/api/ai/chat",
                                Map.of(
                                        "model", "demo/finch",
                                        "messages", List.of(question, turn, result),
                                        "tools", List.of(tool)))
                        .expect(200)
                        .body())
                .contains("half past nine");
    }

    @Test
    void nobodyChoosesWhoAnswersBehindTheModel(Site site) {
        var person = site.somebody();
        for (var field : List.of("models", "provider", "route", "plugins")) {
            var body = new java.util.HashMap<>(chat("demo/finch", false));
            body.put(field, List.of("x"));
            assertThat(person.post("/api/ai/chat", body).expect(422).body()).contains(field);
        }
    }

    @Test
    void aPromptBecomesText(Site site) {
        var person = site.somebody();

        var answer = person.post(
                        "/api/generate/text", Map.of("model", Models.offered(person), "prompt", "A line about rain."))
                .expect(200)
                .json();

        assertThat(answer.path("text").asText()).isNotBlank();
        assertThat(answer.path("finish_reason").asText()).isEqualTo("stop");
        assertThat(answer.path("usage").path("completion_tokens").asInt()).isPositive();
    }

    @Test
    void aModelThatNobodyOffersIsRefusedWithAHint(Site site) {
        var refused = site.somebody().post("/api/ai/chat", chat("nobody/nothing", false));

        assertThat(refused.mediaType()).isEqualTo("application/problem+json");
        assertThat(refused.expect(422).json().path("type").asText()).endsWith("/model-not-available");
        assertThat(refused.json().path("detail").asText()).isNotBlank();
    }

    @Test
    void signingOutEndsTheAccessTokenAtOnce(Site site) {
        var person = site.somebody();
        person.get("/api/users/me").expect(200);

        person.post("/api/auth/logout", Map.of()).expect(204);

        assertThat(person.get("/api/users/me").expect(401).mediaType()).isEqualTo("application/problem+json");
    }

    @Test
    void theSetupLinkWorksOnlyOnce(Site site) {
        site.administrator();

        site.anonymous()
                .post(
                        "/api/auth/setup",
                        Map.of(
                                "token", site.product().setupLink().getQuery().substring("token=".length()),
                                "email", "second@example.org",
                                "password", "correct horse battery"))
                .expect(403);
    }
}
