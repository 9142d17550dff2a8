package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who ends an attempt when two want to at once, and what is then said of money. */
class AttemptTest {

    private final Upstream upstream = new Upstream();
    private final Outbound outbound = new Outbound(Duration.ofSeconds(5));
    private final List<Optional<ProviderFailure>> ends = new CopyOnWriteArrayList<>();
    private final ChatRequest silence = Upstream.ask("fault/silence");
    private final Attempt attempt =
            new Attempt(outbound, Duration.ofMinutes(5), true, new ReplyReader(silence, true, event -> {}), ends::add);

    @AfterEach
    void stop() {
        outbound.close(Duration.ofSeconds(5));
        upstream.close();
    }

    @Test
    void aStopWhileItIsBeingSentDoesNotSayThatItWasNeverSent() {
        byte[] json = ChatRequestJson.write(silence, true, Privacy.UNSAID);
        Outbound.Parcel parcel = outbound.post(upstream.target(Dialect.OPENROUTER), "/chat/completions", json);
        synchronized (attempt) {
            attempt.cancel();
            Eventually.holds(AttemptTest::somebodyWaitsForUs);
            attempt.send(parcel);
        }
        Eventually.holds(() -> !ends.isEmpty());
        assertThat(ends.get(0).orElseThrow().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(ends.get(0).orElseThrow().charge()).isEqualTo(Charge.UNKNOWN);
    }

    @Test
    void whatWasStoppedBeforeItWasSentEndsOnceAndCostsNothing() {
        attempt.cancel();
        Eventually.holds(() -> !ends.isEmpty());
        attempt.dontSend(new ProviderFailure(Kind.FAILED, Charge.CERTAINLY_NOT, "It could not be sent"));
        attempt.dontSend(new ProviderFailure(Kind.FAILED, Charge.CERTAINLY_NOT, "It could not be sent"));
        assertThat(ends).hasSize(1);
        assertThat(ends.get(0).orElseThrow().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(ends.get(0).orElseThrow().charge()).isEqualTo(Charge.CERTAINLY_NOT);
    }

    private static boolean somebodyWaitsForUs() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null
                    && thread.getThreadState() == Thread.State.BLOCKED
                    && thread.getLockOwnerId() == Thread.currentThread().getId()) {
                return true;
            }
        }
        return false;
    }
}
