package org.atelier.frontend.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.atelier.frontend.backend.BackendAway;
import org.junit.jupiter.api.Test;

class RenewalsTest {

    private static final int MANY = 50;
    private final Renewals renewals = new Renewals();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void fiftyRequestsAtOnceRenewOnceAndAllGetTheSuccessor() throws Exception {
        CountDownLatch everybodyIsHere = new CountDownLatch(MANY);
        ExecutorService people = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<Optional<SignedIn>>> answers = Stream.generate(() -> people.submit(() -> {
                        everybodyIsHere.countDown();
                        return renewals.renew(tokens("old"), old -> {
                            await(everybodyIsHere);
                            calls.incrementAndGet();
                            return Optional.of(tokens("new"));
                        });
                    }))
                    .limit(MANY)
                    .toList();
            for (Future<Optional<SignedIn>> answer : answers) {
                assertThat(answer.get()).map(SignedIn::refresh).hasValue("new");
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void aStragglerWithTheOldCookieGetsTheSameSuccessor() {
        renew("old", Optional.of(tokens("new")));
        assertThat(renew("old", Optional.of(tokens("another"))))
                .map(SignedIn::refresh)
                .hasValue("new");
        assertThat(calls).hasValue(1);
    }

    @Test
    void aStragglerGetsNothingAnyMoreOnceTheSessionWasEndedHere() {
        renew("old", Optional.of(tokens("new")));
        renewals.end(tokens("old"));
        assertThat(renew("old", Optional.of(tokens("another")))).isEmpty();
    }

    @Test
    void everyRefreshTokenIsRenewedForItself() {
        renew("one", Optional.of(tokens("1")));
        assertThat(renew("two", Optional.of(tokens("2"))))
                .map(SignedIn::refresh)
                .hasValue("2");
    }

    @Test
    void aSessionThatIsOverStaysOver() {
        assertThat(renew("old", Optional.empty())).isEmpty();
        assertThat(renew("old", Optional.of(tokens("new")))).isEmpty();
    }

    @Test
    void aBackendThatWasAwayIsAskedAgain() {
        assertThatThrownBy(() -> renewals.renew(tokens("old"), old -> {
                    throw new BackendAway(503);
                }))
                .isInstanceOf(BackendAway.class);
        assertThat(renew("old", Optional.of(tokens("new"))))
                .map(SignedIn::refresh)
                .hasValue("new");
    }

    private Optional<SignedIn> renew(String old, Optional<SignedIn> answer) {
        return renewals.renew(tokens(old), expired -> {
            calls.incrementAndGet();
            return answer;
        });
    }

    private static SignedIn tokens(String refresh) {
        return new SignedIn("access", refresh, 0, 0, null);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
