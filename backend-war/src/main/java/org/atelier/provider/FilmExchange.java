package org.atelier.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.atelier.provider.CallRecorder.PaidCall;
import org.atelier.provider.CallRecorder.PaidRequest;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/** One film being handed in: announced, sent once, its end recorded, told. */
final class FilmExchange implements FilmCall {

    private static final System.Logger LOG = System.getLogger(FilmExchange.class.getName());

    private final ProviderClient client;
    private final ProviderTarget target;
    private final FilmRequest request;
    private final CallRecorder recorder;
    private final CircuitBreaker breaker;
    private final CompletableFuture<FilmSubmission> submission = new CompletableFuture<>();

    private boolean cancelled;
    private FilmAttempt running;

    FilmExchange(ProviderClient client, ProviderTarget target, FilmRequest request, CallRecorder recorder) {
        this.client = client;
        this.target = target;
        this.request = request;
        this.recorder = recorder;
        this.breaker = client.gate().breaker(target, request.model().id());
    }

    @Override
    public CompletableFuture<FilmSubmission> submission() {
        return submission;
    }

    void start() {
        if (!client.begins(this)) {
            submission.complete(FilmSubmission.of(Gate.full()));
        } else if (!target.dialect().makesFilms()) {
            leave(neverSent(Kind.MODEL_NOT_AVAILABLE, "Films are not asked of a server of this dialect", null));
        } else if (breaker.tryAcquirePermission()) {
            announce(new PaidRequest(request.model().id(), 1, target.demo()));
        } else {
            leave(Gate.open());
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
                send(call);
            } else {
                notRecorded(refused instanceof CompletionException ? refused.getCause() : refused);
            }
        });
    }

    private void notRecorded(Throwable refused) {
        breaker.releasePermission();
        leave(neverSent(Kind.NOT_RECORDED, "The call could not be recorded", refused));
    }

    private void send(PaidCall call) {
        long begun = System.nanoTime();
        FilmAttempt attempt = new FilmAttempt(client, target);
        CompletableFuture<FilmSubmission.Accepted> reply = runs(attempt)
                ? attempt.send(request)
                : CompletableFuture.failedFuture(neverSent(Kind.CANCELLED, "We stopped the call", null));
        reply.whenComplete((accepted, error) -> {
            Optional<ProviderFailure> failure = Optional.ofNullable(error)
                    .map(FilmAttempt::asFailure)
                    .map(why -> why.without(target.key().get()));
            Gate.judge(breaker, failure, begun);
            CallOutcome outcome = FilmOutcome.of(Optional.ofNullable(accepted), failure, begun, target.demo());
            record(call, outcome);
            client.watcher().ended(target, outcome, failure);
            client.ended(this);
            submission.complete(failure.map(FilmSubmission::of).orElse(accepted));
        });
    }

    /** Whatever goes wrong with the books, the caller hears how it ended. */
    private void record(PaidCall call, CallOutcome outcome) {
        try {
            call.ended(outcome);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "The end of a paid call could not be recorded", broken);
        }
    }

    private synchronized boolean runs(FilmAttempt attempt) {
        running = attempt;
        return !cancelled;
    }

    @Override
    public void cancel() {
        FilmAttempt toEnd;
        synchronized (this) {
            cancelled = true;
            toEnd = running;
        }
        if (toEnd != null) {
            client.outbound().threads().execute(toEnd::cancel);
        }
    }

    private void leave(ProviderFailure why) {
        client.ended(this);
        submission.complete(FilmSubmission.of(why));
    }

    private static ProviderFailure neverSent(Kind kind, String message, Throwable cause) {
        return new ProviderFailure(kind, Charge.CERTAINLY_NOT, message, Details.NONE, cause);
    }
}
