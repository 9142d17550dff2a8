package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.atelier.provider.CallOutcome.Result;
import org.atelier.provider.CallRecorder.PaidCall;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is sent before it is announced; whatever was announced ends once. */
class MoneySeamTest {

    private static final int OPEN_STREAMS = 1000;

    private Upstream upstream;
    private final Recorded recorded = new Recorded();
    private final Heard heard = new Heard();

    @BeforeEach
    void start() {
        upstream = new Upstream();
    }

    @AfterEach
    void stop() {
        upstream.close();
    }

    @Test
    void everyFaultEndsEachOfItsAttemptsOnce() throws Exception {
        record Call(String model, Recorded recorded, Heard heard) {}
        List<Call> calls = new ArrayList<>();
        List<CompletableFuture<ChatAnswer>> answers = new ArrayList<>();
        for (ProviderModel model : upstream.client().models().get(30, TimeUnit.SECONDS)) {
            if (model.id().startsWith("fault/")) {
                Call call = new Call(model.id(), new Recorded(), new Heard());
                calls.add(call);
                upstream.client().stream(Upstream.ask(call.model), call.recorded, call.heard);
                Call whole = new Call(model.id() + " whole", new Recorded(), new Heard());
                answers.add(upstream.client()
                        .complete(Upstream.ask(model.id()), whole.recorded)
                        .whenComplete((answer, error) -> whole.heard.accept(new ChatEvent.Ended(FinishReason.OTHER))));
                calls.add(whole);
            }
        }
        assertThat(calls).hasSizeGreaterThan(80);
        for (Call call : calls) {
            call.heard.awaitEnd();
            assertThat(call.recorded.openings()).as(call.model).isNotEmpty();
            assertThat(call.recorded.isSettled()).as(call.model).isTrue();
            assertThat(call.heard.ends()).as(call.model).isEqualTo(1);
        }
        assertThat(answers).allMatch(CompletableFuture::isDone);
    }

    @Test
    void nothingIsSentUntilTheOpeningIsRecorded() throws Exception {
        CompletableFuture<PaidCall> journal = new CompletableFuture<>();
        upstream.client().stream(Upstream.ask("fault/good"), request -> journal, heard);
        assertThat(upstream.seen()).contains("\"paid_requests\":0");
        List<CallOutcome> outcomes = new ArrayList<>();
        journal.complete(outcomes::add);
        heard.awaitEnd();
        assertThat(upstream.seen()).contains("\"paid_requests\":1");
        assertThat(outcomes).hasSize(1);
    }

    @Test
    void aCallThatIsStoppedWhileItsOpeningIsRecordedIsNeverSent() throws Exception {
        CompletableFuture<PaidCall> journal = new CompletableFuture<>();
        ChatCall call = upstream.client().stream(Upstream.ask("fault/good"), request -> journal, heard);
        call.cancel();
        List<CallOutcome> outcomes = new ArrayList<>();
        journal.complete(outcomes::add);
        assertThat(heard.awaitFailure().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(heard.awaitFailure().charge()).isEqualTo(Charge.CERTAINLY_NOT);
        assertThat(outcomes).extracting(CallOutcome::result).containsExactly(Result.NOT_SENT);
        assertThat(upstream.seen()).contains("\"paid_requests\":0");
    }

    @Test
    void aRefusedOpeningSendsNothingAndTellsItsReason() throws Exception {
        RuntimeException noBudget = new RuntimeException("no budget");
        upstream.client().stream(
                Upstream.ask("fault/good"), request -> CompletableFuture.failedFuture(noBudget), heard);
        assertThat(heard.awaitFailure().kind()).isEqualTo(Kind.NOT_RECORDED);
        assertThat(heard.awaitFailure().getCause()).isSameAs(noBudget);
        assertThat(upstream.seen()).contains("\"paid_requests\":0");
    }

    @Test
    void aRecorderThatThrowsSendsNothing() throws Exception {
        upstream.client().stream(
                Upstream.ask("fault/good"),
                request -> {
                    throw new IllegalStateException("journal is full");
                },
                heard);
        assertThat(heard.awaitFailure().kind()).isEqualTo(Kind.NOT_RECORDED);
        assertThat(upstream.seen()).contains("\"paid_requests\":0");
    }

    @Test
    void aRequestWhoseReusedConnectionBreaksIsNotSentAgainBehindOurBack() throws Exception {
        upstream.client().complete(Upstream.ask("fault/good"), recorded).get(30, TimeUnit.SECONDS);
        upstream.client().stream(Upstream.ask("fault/reset"), recorded, heard);
        heard.awaitFailure();
        assertThat(upstream.seen()).contains("\"fault/reset\":1");
        assertThat(recorded.outcomes())
                .extracting(CallOutcome::result)
                .containsExactly(Result.COMPLETED, Result.UNKNOWN);
    }

    @Test
    void stoppingEndsTheAnswerUpstreamToo() throws Exception {
        ChatCall call = upstream.client().stream(Upstream.ask("bench/chunks-200-every-100"), recorded, heard);
        heard.awaitFirstPiece();
        call.cancel();
        call.cancel();
        assertThat(heard.awaitFailure().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(recorded.only().result()).isEqualTo(Result.CUT);
        Eventually.holds(() -> upstream.seen().contains("\"abandoned_streams\":1"));
        assertThat(heard.ends()).isEqualTo(1);
    }

    @Test
    void cancellingTheFutureOfAWholeAnswerEndsItsAttempt() {
        CompletableFuture<ChatAnswer> answer = upstream.client().complete(Upstream.ask("fault/silence"), recorded);
        answer.cancel(true);
        Eventually.holds(() -> recorded.outcomes().size() == 1);
        assertThat(recorded.only().failure()).contains(Kind.CANCELLED);
    }

    @Test
    void aPauseBeforeARetryCanBeStopped() throws Exception {
        CallLimits patient = new CallLimits(
                Duration.ofSeconds(5),
                Upstream.IDLE,
                Upstream.IDLE,
                Upstream.IDLE,
                Upstream.IDLE,
                2,
                Duration.ofHours(1),
                Duration.ofHours(2),
                10);
        try (Upstream slow = new Upstream(patient)) {
            ChatCall call = slow.client().stream(Upstream.ask("fault/429"), recorded, heard);
            Eventually.holds(() -> recorded.outcomes().size() == 1);
            call.cancel();
            assertThat(heard.awaitFailure().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(recorded.openings()).hasSize(1);
        }
    }

    @Test
    void aListenerThatThrowsEndsOnlyItsOwnCall() throws Exception {
        Heard neighbour = new Heard();
        upstream.client().stream(Upstream.ask("bench/chunks-200-every-100"), recorded, event -> {
            throw new IllegalStateException("listener is broken");
        });
        upstream.client().stream(Upstream.ask("fault/good"), new Recorded(), neighbour);
        neighbour.awaitEnd();
        Eventually.holds(() -> recorded.outcomes().size() == 1);
        assertThat(neighbour.text()).isEqualTo("A small skylark.");
    }

    @Test
    void moreCallsAtOnceThanAllowedAreBusyAndNeverAnnounced() throws Exception {
        CallLimits narrow = new CallLimits(
                Duration.ofSeconds(5),
                Upstream.IDLE,
                Upstream.IDLE,
                Upstream.IDLE,
                Upstream.IDLE,
                0,
                Duration.ZERO,
                Duration.ZERO,
                1);
        try (Upstream small = new Upstream(narrow)) {
            Heard first = new Heard();
            small.client().stream(Upstream.ask("fault/stall"), recorded, first);
            Recorded untouched = new Recorded();
            small.client().stream(Upstream.ask("fault/good"), untouched, heard);
            assertThat(heard.awaitFailure().kind()).isEqualTo(Kind.BUSY);
            assertThat(untouched.openings()).isEmpty();
            first.awaitEnd();
            Heard again = new Heard();
            small.client().stream(Upstream.ask("fault/good"), untouched, again);
            assertThat(again.awaitEnd()).isInstanceOf(ChatEvent.Ended.class);
        }
    }

    @Test
    void closingTheClientEndsWhatIsUnderWay() throws Exception {
        Heard running = new Heard();
        try (Upstream closing = new Upstream(CallLimits.STANDARD)) {
            closing.client().stream(Upstream.ask("fault/stall"), recorded, running);
            running.awaitFirstPiece();
        }
        assertThat(running.awaitFailure().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(recorded.only().result()).isEqualTo(Result.CUT);
    }

    @Test
    void aThousandOpenStreamsNeedNoThreadsOfTheirOwn() throws Exception {
        try (Upstream many = new Upstream(CallLimits.STANDARD)) {
            Heard first = new Heard();
            many.client().stream(Upstream.ask("fault/good"), recorded, first);
            first.awaitEnd();
            int before = ManagementFactory.getThreadMXBean().getThreadCount();
            List<Heard> readers = new ArrayList<>();
            for (int i = 0; i < OPEN_STREAMS; i++) {
                Heard reader = new Heard();
                readers.add(reader);
                many.client().stream(Upstream.ask("fault/stall"), recorded, reader);
            }
            for (Heard reader : readers) {
                reader.awaitFirstPiece();
            }
            assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(before + 20);
            assertThat(recorded.openings()).hasSize(OPEN_STREAMS + 1);
        }
        assertThat(recorded.isSettled()).isTrue();
    }
}
