package org.atelier.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.atelier.provider.CallRecorder.PaidCall;
import org.atelier.provider.CallRecorder.PaidRequest;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/**
 * One paid call with its retries. Every attempt is announced, sent, and its end recorded, in this order; the caller
 * hears the end after the recorder.
 */
final class PaidExchange implements ChatCall {

    private static final Logger LOG = System.getLogger(PaidExchange.class.getName());

    private final ProviderClient client;
    private final Outbound outbound;
    private final CallLimits limits;
    private final ProviderTarget target;
    private final ChatRequest request;
    private final boolean streamed;
    private final byte[] json;
    private final CallRecorder recorder;
    private final Consumer<ChatEvent> listener;
    private final CircuitBreaker breaker;

    private boolean cancelled;
    private Attempt running;
    private Runnable afterPause;

    PaidExchange(
            ProviderClient client,
            ProviderTarget target,
            ChatRequest request,
            boolean streamed,
            CallRecorder recorder,
            Consumer<ChatEvent> listener) {
        this.outbound = client.outbound();
        this.client = client;
        this.limits = client.limits();
        this.target = target;
        this.request = request;
        this.streamed = streamed;
        this.json = ChatRequestJson.write(request, streamed, target.privacy());
        this.recorder = recorder;
        this.listener = listener;
        this.breaker = client.gate().breaker(target, request.model());
    }

    void start() {
        if (client.begins(this)) {
            attempt(1, Gate.open());
        } else {
            tellLast(new ChatEvent.Failed(Gate.full()));
        }
    }

    /** @param otherwise what the caller hears if this attempt is not allowed */
    private void attempt(int number, ProviderFailure otherwise) {
        if (isCancelled()) {
            leave(new ChatEvent.Failed(neverSent(Kind.CANCELLED, "We stopped the call", null)));
        } else if (breaker.tryAcquirePermission()) {
            announce(new PaidRequest(request.model(), number, target.demo()));
        } else {
            leave(new ChatEvent.Failed(otherwise));
        }
    }

    private void announce(PaidRequest paid) {
        CompletionStage<PaidCall> opening;
        try {
            opening = recorder.opening(paid);
        } catch (RuntimeException refused) {
            notRecorded(refused);
            return;
        }
        opening.whenComplete((call, refused) -> {
            if (refused == null) {
                send(paid, call);
            } else {
                notRecorded(refused instanceof CompletionException ? refused.getCause() : refused);
            }
        });
    }

    private void notRecorded(Throwable refused) {
        breaker.releasePermission();
        leave(new ChatEvent.Failed(neverSent(Kind.NOT_RECORDED, "The call could not be recorded", refused)));
    }

    private void send(PaidRequest paid, PaidCall call) {
        Judge judge = new Judge(breaker, listener);
        ReplyReader reply = new ReplyReader(request, target.dialect().failedCallsAreFree(), judge);
        Duration patience = streamed ? limits.streamIdle() : limits.answer();
        long begun = System.nanoTime();
        Attempt attempt = new Attempt(outbound, patience, streamed, reply, failure -> {
            CallOutcome outcome = Outcomes.of(reply, begun, masked(failure), target.demo());
            record(call, outcome);
            client.watcher().ended(target, outcome, masked(failure));
            judge.over(masked(failure));
            over(paid, reply, masked(failure));
        });
        if (!runs(attempt)) {
            attempt.dontSend(neverSent(Kind.CANCELLED, "We stopped the call", null));
            return;
        }
        try {
            attempt.send(outbound.post(target, "/chat/completions", json));
        } catch (ProviderFailure refused) {
            attempt.dontSend(refused);
        } catch (RuntimeException impossible) {
            attempt.dontSend(neverSent(Kind.FAILED, "It could not be sent", impossible));
        }
    }

    private Optional<ProviderFailure> masked(Optional<ProviderFailure> failure) {
        return failure.map(why -> why.without(target.key().get()));
    }

    private synchronized boolean runs(Attempt attempt) {
        running = attempt;
        return !cancelled;
    }

    private void over(PaidRequest paid, ReplyReader reply, Optional<ProviderFailure> failure) {
        boolean again = failure.filter(ProviderFailure::mayBeRepeated).isPresent()
                && paid.attempt() <= limits.retries()
                && pauseAfter(paid, failure.get()).compareTo(limits.longestPause()) <= 0;
        if (again) {
            retry(paid.attempt() + 1, pauseAfter(paid, failure.get()), failure.get());
            return;
        }
        reply.usage().ifPresent(usage -> tellLast(new ChatEvent.UsageReported(usage)));
        leave(failure.<ChatEvent>map(ChatEvent.Failed::new).orElseGet(() -> new ChatEvent.Ended(reply.finishReason())));
    }

    private void record(PaidCall call, CallOutcome outcome) {
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, "{0} at {1}: {2}", request.model(), target, outcome);
        }
        try {
            call.ended(outcome);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "The end of a paid call could not be recorded", broken);
        }
    }

    private Duration pauseAfter(PaidRequest paid, ProviderFailure failure) {
        Duration doubled = limits.firstPause().multipliedBy(1L << (paid.attempt() - 1));
        return failure.retryAfter().orElse(doubled);
    }

    private void retry(int number, Duration pauseFor, ProviderFailure last) {
        Duration jitter = Duration.ofNanos(ThreadLocalRandom.current().nextLong(1 + pauseFor.toNanos() / 4));
        synchronized (this) {
            running = null;
            afterPause = () -> attempt(number, last);
        }
        outbound.after(isCancelled() ? Duration.ZERO : pauseFor.plus(jitter), this::pauseIsOver);
    }

    /** By the clock or by a cancel, whichever comes first. */
    private void pauseIsOver() {
        Runnable next;
        synchronized (this) {
            next = afterPause;
            afterPause = null;
        }
        if (next != null) {
            next.run();
        }
    }

    @Override
    public void cancel() {
        Attempt toEnd;
        synchronized (this) {
            cancelled = true;
            toEnd = running;
        }
        if (toEnd == null) {
            outbound.threads().execute(this::pauseIsOver);
        } else {
            toEnd.cancel();
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private void leave(ChatEvent last) {
        client.ended(this);
        tellLast(last);
    }

    /** A listener that fails at the end changes nothing any more. */
    private void tellLast(ChatEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "The listener of an answer failed at its end", broken);
        }
    }

    private static ProviderFailure neverSent(Kind kind, String message, Throwable cause) {
        return new ProviderFailure(kind, Charge.CERTAINLY_NOT, message, Details.NONE, cause);
    }
}
