package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.util.ArrayList;
import java.util.List;
import org.atelier.provider.ProviderFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which calls speak for a model and which against it, and when. */
class JudgeTest {

    private static final String LONG_ANSWER = "bench/chunks-3000-every-100";
    private static final int CALLS_UNTIL_JUDGED = 10;

    private final Upstream upstream = new Upstream();
    private final Recorded recorded = new Recorded();

    @AfterEach
    void stop() {
        upstream.close();
    }

    private CircuitBreaker breaker(String model) {
        return upstream.client().gate().breaker(upstream.target(Dialect.OPENROUTER), model);
    }

    @Test
    void aModelOnProbationHasPassedWithItsFirstPiecesAndEverybodyGetsThrough() throws Exception {
        breaker(LONG_ANSWER).transitionToOpenState();
        breaker(LONG_ANSWER).transitionToHalfOpenState();
        List<ChatCall> calls = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Heard heard = new Heard();
            calls.add(upstream.client().stream(Upstream.ask(LONG_ANSWER), recorded, heard));
            heard.awaitFirstPiece();
        }
        assertThat(breaker(LONG_ANSWER).getState()).isEqualTo(State.CLOSED);
        Heard third = new Heard();
        calls.add(upstream.client().stream(Upstream.ask(LONG_ANSWER), recorded, third));
        third.awaitFirstPiece();
        calls.forEach(ChatCall::cancel);
        Eventually.holds(recorded::isSettled);
        assertThat(breaker(LONG_ANSWER).getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void stoppedCallsOnProbationGiveTheirTurnBack() throws Exception {
        breaker("fault/silence").transitionToOpenState();
        breaker("fault/silence").transitionToHalfOpenState();
        for (int i = 0; i < 3; i++) {
            Heard heard = new Heard();
            upstream.client().stream(Upstream.ask("fault/silence"), recorded, heard)
                    .cancel();
            assertThat(heard.awaitFailure().kind()).isEqualTo(Kind.CANCELLED);
        }
        assertThat(breaker("fault/silence").getState()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void aModelThatAlwaysBreaksInTheMiddleIsStillLeftAlone() throws Exception {
        for (int i = 0; i < CALLS_UNTIL_JUDGED; i++) {
            Heard heard = new Heard();
            upstream.client().stream(Upstream.ask("fault/midstream-error"), recorded, heard);
            heard.awaitFailure();
        }
        assertThat(breaker("fault/midstream-error").getState()).isEqualTo(State.OPEN);
    }

    @Test
    void aListenerThatThrowsDoesNotSpeakAgainstTheModel() {
        for (int i = 0; i < CALLS_UNTIL_JUDGED; i++) {
            upstream.client().stream(Upstream.ask("fault/good"), recorded, event -> {
                throw new IllegalStateException("listener is broken");
            });
        }
        Eventually.holds(() -> recorded.outcomes().size() == CALLS_UNTIL_JUDGED);
        assertThat(breaker("fault/good").getMetrics().getNumberOfFailedCalls()).isZero();
        assertThat(breaker("fault/good").getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void aListenerThatThrowsAtTheUsageStillHearsTheEndAndGivesItsPlaceBack() throws Exception {
        CallLimits narrow = new CallLimits(
                Upstream.IDLE,
                Upstream.IDLE,
                Upstream.IDLE,
                Upstream.IDLE,
                Upstream.IDLE,
                0,
                Upstream.IDLE,
                Upstream.IDLE,
                1);
        try (Upstream small = new Upstream(narrow)) {
            Heard broken = new Heard();
            small.client().stream(Upstream.ask("fault/good"), recorded, event -> {
                broken.accept(event);
                if (event instanceof ChatEvent.UsageReported) {
                    throw new IllegalStateException("listener is broken");
                }
            });
            assertThat(broken.awaitEnd()).isInstanceOf(ChatEvent.Ended.class);
            Heard next = new Heard();
            small.client().stream(Upstream.ask("fault/good"), new Recorded(), next);
            assertThat(next.awaitEnd()).isInstanceOf(ChatEvent.Ended.class);
        }
    }
}
