package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.provider.CallOutcome.Result;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What streams look like in the wild, over real HTTP. */
class StreamedAnswerTest {

    private static Upstream upstream;

    private final Recorded recorded = new Recorded();
    private final Heard heard = new Heard();

    @BeforeAll
    static void start() {
        upstream = new Upstream();
    }

    @AfterAll
    static void stop() {
        upstream.close();
    }

    private void stream(String model) {
        upstream.client().stream(Upstream.ask(model), recorded, heard);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "fault/good; A small skylark.; STOP",
                "fault/split-utf8; Grüße, 雲雀 🐦!; STOP",
                "fault/crlf; A lark.; STOP",
                "fault/comments; A lark; STOP",
                "fault/usage-on-finish; A lark last; STOP",
                "fault/no-usage; A lark; STOP",
                "fault/no-done; A lark; LENGTH",
                "fault/heartbeats; A lark; STOP",
                "fault/sparse; null; OTHER",
                "fault/whole-though-streamed; A lark.; STOP",
            })
    void oddButGoodStreamsAreUnderstood(String model, String text, FinishReason reason) throws Exception {
        stream(model);
        assertThat(heard.awaitEnd()).isEqualTo(new ChatEvent.Ended(reason));
        assertThat(heard.text()).isEqualTo(text);
        assertThat(recorded.only().result()).isEqualTo(Result.COMPLETED);
        assertThat(recorded.only().charge()).isEqualTo(Charge.CERTAINLY);
        assertThat(recorded.only().timeToFirstToken()).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "fault/midstream-error, FAILED, UNKNOWN, CUT",
        "fault/midstream-error-word, FAILED, UNKNOWN, CUT",
        "fault/no-finish, FAILED, UNKNOWN, CUT",
        "fault/cut, FAILED, UNKNOWN, CUT",
        "fault/bad-event, FAILED, UNKNOWN, CUT",
        "fault/stall, TIMEOUT, UNKNOWN, CUT",
        "fault/error-first, FAILED, CERTAINLY_NOT, FAILED",
        "fault/silence, TIMEOUT, UNKNOWN, UNKNOWN",
        "fault/reset, FAILED, UNKNOWN, UNKNOWN",
        "fault/200-error, FAILED, CERTAINLY_NOT, FAILED",
        "fault/200-garbage, FAILED, UNKNOWN, UNKNOWN",
        "fault/200-empty, FAILED, UNKNOWN, UNKNOWN",
    })
    void brokenStreamsFailOnceAndSayWhatIsKnownOfMoney(String model, Kind kind, Charge charge, Result result)
            throws Exception {
        stream(model);
        ProviderFailure failure = heard.awaitFailure();
        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
        assertThat(failure.charge()).isEqualTo(charge);
        assertThat(recorded.only().result()).isEqualTo(result);
        assertThat(recorded.only().failure()).contains(kind);
        assertThat(heard.ends()).isEqualTo(1);
        assertThat(heard.text()).isEqualTo(result == Result.CUT ? "A lark" : "");
    }

    @Test
    void theModelThatAnswersInsteadIsNamedToTheCallerAndTheLedger() throws Exception {
        Recorded recorded = new Recorded();
        Heard heard = new Heard();
        ChatRequest request = new ChatRequest(
                "demo/dodo",
                List.of(ChatMessage.user("Hi")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("demo/moa", "demo/finch"),
                Map.of());
        upstream.client().stream(request, recorded, heard);
        heard.awaitEnd();
        assertThat(heard.events().get(0))
                .isInstanceOfSatisfying(ChatEvent.Started.class, started -> assertThat(started.model())
                        .isEqualTo("demo/finch"));
        assertThat(recorded.openings())
                .extracting(CallRecorder.PaidRequest::model)
                .containsExactly("demo/dodo");
        assertThat(recorded.only().modelAnswered()).contains("demo/finch");
    }

    @Test
    void whoAsksInTheirOwnWordsHearsTheProvidersToo() throws Exception {
        ChatRequest request = ChatRequest.of("bench/echo", List.of(ChatMessage.user("Hi")))
                .saying(org.atelier.web.Json.tree("[{\"role\":\"user\",\"content\":\"A lark\"}]"));
        upstream.client().stream(request, recorded, heard);
        heard.awaitEnd();
        assertThat(heard.text()).isEqualTo("A lark");
        assertThat(heard.events())
                .filteredOn(ChatEvent.Verbatim.class::isInstance)
                .flatMap(event -> ((ChatEvent.Verbatim) event).parts())
                .extracting(part -> part.json().path("object").asText())
                .hasSizeGreaterThan(2)
                .containsOnly("chat.completion.chunk");
    }

    @Test
    void usageCostAndIdsReachTheLedgerBeforeTheListenerHearsTheEnd() throws Exception {
        stream("fault/good");
        heard.awaitEnd();
        CallOutcome outcome = recorded.only();
        assertThat(outcome.usage().orElseThrow().promptTokens()).isEqualTo(7);
        assertThat(outcome.usage().orElseThrow().cost()).contains(new BigDecimal("0.000013"));
        assertThat(outcome.generationId().orElseThrow()).startsWith("gen-demo-");
        assertThat(outcome.modelAnswered()).contains("fault/good");
        assertThat(heard.events().get(heard.events().size() - 2)).isInstanceOf(ChatEvent.UsageReported.class);
    }

    @Test
    void aBrokenStreamKeepsTheGenerationIdForLaterQuestions() throws Exception {
        stream("fault/stall");
        heard.awaitEnd();
        assertThat(recorded.only().generationId()).isPresent();
    }

    @Test
    void aPictureInTheAnswerIsHandedOn() throws Exception {
        stream("fault/picture");
        heard.awaitEnd();
        assertThat(heard.events()).contains(new ChatEvent.Picture("data:image/png;base64,iVBORw0KGgo="));
    }

    @Test
    void theRoutedModelIsTheOneThatAnswered() throws Exception {
        stream("demo/weathervane");
        heard.awaitEnd();
        assertThat(recorded.only().modelAnswered()).contains("demo/finch");
        assertThat(recorded.only().demo()).isTrue();
        assertThat(recorded.only().usage().orElseThrow().demo()).isTrue();
    }

    @Test
    void aCharacterThatComesInTwoHalvesIsOneAndAHalfWithoutItsOtherIsReplaced() throws Exception {
        stream("fault/half-characters");
        assertThat(heard.awaitEnd()).isEqualTo(new ChatEvent.Ended(FinishReason.LENGTH));
        assertThat(heard.reasoning()).isEqualTo("Hm 😀.");
        assertThat(heard.text()).isEqualTo("A 🐦 \uFFFD and \uFFFD");
    }

    @Test
    void piecesThatArriveTogetherAreToldAsOneAndNoneIsLost() throws Exception {
        stream("bench/chunks-20000");
        heard.awaitEnd();
        assertThat(heard.text()).isEqualTo("word ".repeat(20_000));
        assertThat(heard.events()).hasSizeLessThan(10_000);
    }

    @Test
    void reasoningComesApartFromTheAnswer() throws Exception {
        stream("demo/heron");
        heard.awaitEnd();
        assertThat(heard.events()).anyMatch(ChatEvent.Reasoning.class::isInstance);
        assertThat(heard.text()).contains("Demo answer").contains("skylark");
    }
}
