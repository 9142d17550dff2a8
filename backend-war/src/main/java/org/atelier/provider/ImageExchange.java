package org.atelier.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.atelier.provider.CallRecorder.PaidCall;
import org.atelier.provider.CallRecorder.PaidRequest;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/** One paid call for pictures with its retries: announced, sent, taken to files, its end recorded, told. */
final class ImageExchange implements ImageCall {

    private static final System.Logger LOG = System.getLogger(ImageExchange.class.getName());

    private final ProviderClient client;
    private final ProviderTarget target;
    private final ImageRequest request;
    private final ImageRoute route;
    private final Path folder;
    private final CallRecorder recorder;
    private final CircuitBreaker breaker;
    private final CompletableFuture<ImageAnswer> answer = new CompletableFuture<>();

    private boolean cancelled;
    private ImageAttempt running;
    private Runnable afterPause;

    ImageExchange(
            ProviderClient client, ProviderTarget target, ImageRequest request, Path folder, CallRecorder recorder) {
        this.client = client;
        this.target = target;
        this.request = request;
        this.route = ImageRoute.of(request.model(), target.dialect());
        this.folder = folder;
        this.recorder = recorder;
        this.breaker = client.gate().breaker(target, request.model().id());
    }

    @Override
    public CompletableFuture<ImageAnswer> answer() {
        return answer;
    }

    void start() {
        if (client.begins(this)) {
            attempt(1, Gate.open());
        } else {
            answer.completeExceptionally(Gate.full());
        }
    }

    /** @param otherwise what the caller hears if this attempt is not allowed */
    private void attempt(int number, ProviderFailure otherwise) {
        if (isCancelled()) {
            leave(neverSent(Kind.CANCELLED, "We stopped the call", null));
        } else if (breaker.tryAcquirePermission()) {
            announce(new PaidRequest(request.model().id(), number, target.demo()));
        } else {
            leave(otherwise);
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
        leave(neverSent(Kind.NOT_RECORDED, "The call could not be recorded", refused));
    }

    private void send(PaidRequest paid, PaidCall call) {
        ImageAttempt attempt = new ImageAttempt(client, target, folder);
        long begun = System.nanoTime();
        CompletableFuture<PictureReply> reply = runs(attempt)
                ? attempt.send(route.path(), ImageRequestJson.write(request, route, target.privacy()))
                : CompletableFuture.failedFuture(neverSent(Kind.CANCELLED, "We stopped the call", null));
        reply.whenComplete((made, error) -> {
            Optional<ProviderFailure> failure = Optional.ofNullable(error)
                    .map(this::asFailure)
                    .or(() -> made.failure())
                    .map(this::unbilled)
                    .map(why -> why.without(target.key().get()));
            Gate.judge(breaker, failure, begun);
            CallOutcome outcome = ImageOutcome.of(Optional.ofNullable(made), failure, begun, target.demo());
            record(call, outcome);
            client.watcher().ended(target, outcome, failure);
            over(paid, made, failure);
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

    private synchronized boolean runs(ImageAttempt attempt) {
        running = attempt;
        return !cancelled;
    }

    private void over(PaidRequest paid, PictureReply made, Optional<ProviderFailure> failure) {
        if (failure.isEmpty()) {
            client.ended(this);
            int wanted = request.count().orElse(1);
            answer.complete(new ImageAnswer(
                    made.files(),
                    Math.max(0, wanted - made.files().size()),
                    made.model().orElse(request.model().id()),
                    made.generationId(),
                    made.usage()));
            return;
        }
        CallLimits limits = client.limits();
        Duration pause =
                failure.get().retryAfter().orElse(limits.firstPause().multipliedBy(1L << (paid.attempt() - 1)));
        boolean again = failure.get().mayBeRepeated()
                && paid.attempt() <= limits.retries()
                && pause.compareTo(limits.longestPause()) <= 0;
        if (again) {
            retry(pause, () -> attempt(paid.attempt() + 1, failure.get()));
        } else {
            leave(failure.get());
        }
    }

    private void retry(Duration pause, Runnable next) {
        synchronized (this) {
            running = null;
            afterPause = next;
        }
        client.outbound().after(isCancelled() ? Duration.ZERO : pause, this::pauseIsOver);
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
        ImageAttempt toEnd;
        synchronized (this) {
            cancelled = true;
            toEnd = running;
        }
        if (toEnd == null) {
            client.outbound().threads().execute(this::pauseIsOver);
        } else {
            toEnd.cancel();
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private void leave(ProviderFailure why) {
        client.ended(this);
        answer.completeExceptionally(why);
    }

    /** There a picture that failed is reported like this and not billed, as the endpoint's documents promise. */
    private ProviderFailure unbilled(ProviderFailure failure) {
        boolean promised = route == ImageRoute.DEDICATED && failure.status().equals(Optional.of(502));
        return promised && failure.charge() == Charge.UNKNOWN ? failure.notCharged() : failure;
    }

    private ProviderFailure asFailure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof ProviderFailure failure) {
            return failure;
        }
        if (Outbound.neverSent(cause) || cause instanceof RejectedExecutionException) {
            return new ProviderFailure(
                    Kind.FAILED,
                    Charge.CERTAINLY_NOT,
                    "The provider cannot be reached: " + cause,
                    Details.NEVER_SENT,
                    cause);
        }
        boolean disk =
                cause instanceof java.io.UncheckedIOException || cause instanceof java.nio.file.FileSystemException;
        String what = disk ? "The pictures could not be stored: " : "The connection broke: ";
        return new ProviderFailure(Kind.FAILED, Charge.UNKNOWN, what + cause, Details.NONE, cause);
    }

    private static ProviderFailure neverSent(Kind kind, String message, Throwable cause) {
        return new ProviderFailure(kind, Charge.CERTAINLY_NOT, message, Details.NONE, cause);
    }
}
