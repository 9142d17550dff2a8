package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.atelier.provider.CallOutcome.Result;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statuses and bodies of failure, over real HTTP, streamed and whole alike. */
class RefusedCallTest {

    private static Upstream upstream;

    private final Recorded recorded = new Recorded();

    @BeforeAll
    static void start() {
        upstream = new Upstream();
    }

    @AfterAll
    static void stop() {
        upstream.close();
    }

    private ProviderFailure failureOf(String model) throws Exception {
        try {
            upstream.client().complete(Upstream.ask(model), recorded).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            return (ProviderFailure) failed.getCause();
        }
        throw new AssertionError(model + " did not fail");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "400, PARAMETER_REFUSED, CERTAINLY_NOT, 1",
        "401, KEY_REFUSED, CERTAINLY_NOT, 1",
        "402, OUT_OF_CREDIT, CERTAINLY_NOT, 1",
        "403, KEY_REFUSED, CERTAINLY_NOT, 1",
        "404, MODEL_NOT_AVAILABLE, CERTAINLY_NOT, 1",
        "408, TIMEOUT, UNKNOWN, 1",
        "413, CONTEXT_TOO_LONG, CERTAINLY_NOT, 1",
        "422, PARAMETER_REFUSED, CERTAINLY_NOT, 1",
        "429, BUSY, CERTAINLY_NOT, 3",
        "429-retry-after, BUSY, CERTAINLY_NOT, 1",
        "500, FAILED, UNKNOWN, 1",
        "502-html, FAILED, UNKNOWN, 1",
        "503, BUSY, CERTAINLY_NOT, 3",
        "504, TIMEOUT, UNKNOWN, 1",
        "524, TIMEOUT, UNKNOWN, 1",
        "529, BUSY, UNKNOWN, 1",
        "context-too-long, CONTEXT_TOO_LONG, CERTAINLY_NOT, 1",
        "context-too-long-by-words, CONTEXT_TOO_LONG, CERTAINLY_NOT, 1",
        "unknown-model, MODEL_NOT_AVAILABLE, CERTAINLY_NOT, 1",
        "model-retired, MODEL_NOT_AVAILABLE, CERTAINLY_NOT, 1",
        "moderation, CONTENT_REFUSED, CERTAINLY_NOT, 1",
        "guardrail, CONTENT_REFUSED, CERTAINLY_NOT, 1",
        "provider-said, CONTEXT_TOO_LONG, CERTAINLY_NOT, 1",
        "no-endpoint, MODEL_NOT_AVAILABLE, CERTAINLY_NOT, 1",
        "capacity, BUSY, CERTAINLY_NOT, 1",
        "429-retry-date, BUSY, CERTAINLY_NOT, 1",
        "200-text-error, FAILED, CERTAINLY_NOT, 1",
        "200-empty, FAILED, UNKNOWN, 1",
        "200-error, FAILED, CERTAINLY_NOT, 1",
        "200-garbage, FAILED, UNKNOWN, 1",
        "text-error, FAILED, UNKNOWN, 1",
        "endless-error, FAILED, UNKNOWN, 1",
        "redirect, FAILED, CERTAINLY_NOT, 1",
        "reset, FAILED, UNKNOWN, 1",
        "silence, TIMEOUT, UNKNOWN, 1",
    })
    void eachFailureHasItsKindItsChargeAndItsNumberOfAttempts(String fault, Kind kind, Charge charge, int attempts)
            throws Exception {
        ProviderFailure failure = failureOf("fault/" + fault);
        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
        assertThat(failure.charge()).isEqualTo(charge);
        assertThat(recorded.openings()).hasSize(attempts);
        assertThat(recorded.isSettled()).isTrue();
    }

    @Test
    void moderationNamesItsReasons() throws Exception {
        assertThat(failureOf("fault/moderation").reasons()).containsExactly("violence", "weapons");
    }

    @Test
    void aGuardrailNamesItsPatterns() throws Exception {
        assertThat(failureOf("fault/guardrail").reasons()).containsExactly("account numbers");
    }

    @Test
    void whatTheProviderBehindTheProviderSaidIsInTheMessage() throws Exception {
        assertThat(failureOf("fault/provider-said").getMessage())
                .contains("Provider returned error: maximum context length is 4096 tokens")
                .doesNotContain("{");
    }

    @Test
    void aLongWaitIsHandedToTheCaller() throws Exception {
        assertThat(failureOf("fault/429-retry-after").retryAfter()).contains(Duration.ofHours(1));
        assertThat(failureOf("fault/capacity").retryAfter()).contains(Duration.ofHours(1));
        assertThat(failureOf("fault/429-retry-date").retryAfter().orElseThrow()).isGreaterThan(Duration.ofDays(1));
    }

    @Test
    void aKeyInTheProvidersWordsIsMasked() throws Exception {
        assertThat(failureOf("fault/401").getMessage()).contains("sk-…").doesNotContain("0123456789abcdef");
    }

    @Test
    void aRefusalBeforeTheAnswerIsTriedAgainAndBothAttemptsAreInTheLedger() throws Exception {
        ChatAnswer answer = upstream.client()
                .complete(Upstream.ask("fault/429-once"), recorded)
                .get(30, TimeUnit.SECONDS);
        assertThat(answer.text()).isEqualTo("A small skylark.");
        assertThat(recorded.outcomes())
                .extracting(CallOutcome::result)
                .containsExactly(Result.FAILED, Result.COMPLETED);
        assertThat(recorded.openings())
                .extracting(CallRecorder.PaidRequest::attempt)
                .containsExactly(1, 2);
    }

    @Test
    void aStreamThatIsRefusedOnceStillBecomesOneAnswer() throws Exception {
        Heard heard = new Heard();
        upstream.client().stream(Upstream.ask("fault/503-once"), recorded, heard);
        heard.awaitEnd();
        assertThat(heard.text()).isEqualTo("A small skylark.");
        assertThat(heard.ends()).isEqualTo(1);
    }

    @Test
    void whatNobodyListensToIsTriedAgainAndWasNeverSent() {
        int closed = closedPort();
        ProviderTarget nowhere = new ProviderTarget(
                java.net.URI.create("http://127.0.0.1:" + closed), Optional::empty, Dialect.OPENAI, false);
        try (ProviderClient client = new ProviderClient(() -> nowhere, Upstream.QUICK)) {
            assertThatThrownBy(
                            () -> client.complete(Upstream.ask("any"), recorded).get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ProviderFailure.class);
        }
        assertThat(recorded.outcomes()).hasSize(3).allMatch(outcome -> outcome.result() == Result.NOT_SENT);
    }

    private static int closedPort() {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException noPort) {
            throw new java.io.UncheckedIOException(noPort);
        }
    }

    @Test
    void aModelThatKeepsFailingIsLeftAloneAndItsNeighboursAreNot() throws Exception {
        try (Upstream other = new Upstream()) {
            for (int i = 0; i < 10; i++) {
                Heard heard = new Heard();
                other.client().stream(Upstream.ask("fault/500"), recorded, heard);
                heard.awaitFailure();
            }
            Recorded untouched = new Recorded();
            Heard refused = new Heard();
            other.client().stream(Upstream.ask("fault/500"), untouched, refused);
            assertThat(refused.awaitFailure().kind()).isEqualTo(Kind.BUSY);
            assertThat(refused.awaitFailure().retryAfter()).isPresent();
            assertThat(untouched.openings()).isEmpty();
            assertThat(other.client()
                            .complete(Upstream.ask("fault/good"), new Recorded())
                            .get(30, TimeUnit.SECONDS)
                            .text())
                    .isEqualTo("A small skylark.");
        }
    }
}
