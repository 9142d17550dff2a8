package org.atelier.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/**
 * Hears one attempt before its listener does, to tell the model's breaker how the model did. A model on probation has
 * passed with its first piece: a long answer must not keep everybody else waiting.
 */
final class Judge implements Consumer<ChatEvent> {

    private final CircuitBreaker breaker;
    private final Consumer<ChatEvent> listener;
    private final long begun = System.nanoTime();
    private boolean passed;
    private boolean listenerBroke;

    Judge(CircuitBreaker breaker, Consumer<ChatEvent> listener) {
        this.breaker = breaker;
        this.listener = listener;
    }

    @Override
    public void accept(ChatEvent event) {
        if (!passed && isPiece(event) && breaker.getState() == State.HALF_OPEN) {
            pass();
        }
        try {
            listener.accept(event);
        } catch (RuntimeException broken) {
            listenerBroke = true;
            throw new ProviderFailure(
                    Kind.FAILED,
                    Charge.UNKNOWN,
                    "The answer could not be taken: " + broken.getClass().getName(),
                    Details.NONE,
                    broken);
        }
    }

    private static boolean isPiece(ChatEvent event) {
        return event instanceof ChatEvent.Text
                || event instanceof ChatEvent.Reasoning
                || event instanceof ChatEvent.Picture
                || event instanceof ChatEvent.ToolCallPiece;
    }

    /** The attempt is over; what is no fault of the model's does not count against it. */
    void over(Optional<ProviderFailure> failure) {
        Kind kind = failure.map(ProviderFailure::kind).orElse(null);
        boolean ours = listenerBroke || kind == Kind.CANCELLED;
        if (!ours && (kind == Kind.FAILED || kind == Kind.TIMEOUT)) {
            breaker.onError(nanos(), TimeUnit.NANOSECONDS, failure.get());
        } else if (!passed && ours) {
            breaker.releasePermission();
        } else if (!passed) {
            pass();
        }
    }

    private void pass() {
        passed = true;
        breaker.onSuccess(nanos(), TimeUnit.NANOSECONDS);
    }

    private long nanos() {
        return System.nanoTime() - begun;
    }
}
