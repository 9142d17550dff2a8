package org.atelier.provider;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/**
 * One request on the wire and what comes back. Network, clock and caller can end it at the same time; the monitor
 * lets one of them win and keeps the listener's events in a row.
 */
final class Attempt implements BodyHandler<Void>, BodySubscriber<Void> {

    private static final int MAX_ERROR_BODY = 64 * 1024;

    private final Outbound outbound;
    private final Duration patience;
    private final boolean streamed;
    private final ReplyReader reply;
    private final Consumer<Optional<ProviderFailure>> whenOver;
    private final CompletableFuture<Void> body = new CompletableFuture<>();

    private volatile long lastSign = System.nanoTime();
    private volatile Outbound.Alarm alarm;
    private volatile Flow.Subscription subscription;
    private volatile CompletableFuture<HttpResponse<Void>> exchange;
    private ResponseInfo response;
    private ByteArrayOutputStream collected;
    private boolean over;

    /** @param whenOver told once, with what went wrong, if anything */
    Attempt(
            Outbound outbound,
            Duration patience,
            boolean streamed,
            ReplyReader reply,
            Consumer<Optional<ProviderFailure>> whenOver) {
        this.outbound = outbound;
        this.patience = patience;
        this.streamed = streamed;
        this.reply = reply;
        this.whenOver = whenOver;
    }

    synchronized void send(HttpRequest request) {
        if (over) {
            return;
        }
        watch(patience);
        exchange = outbound.send(request, this);
        exchange.whenComplete((done, error) -> {
            if (error != null) {
                broken(error instanceof CompletionException ? error.getCause() : error);
            }
        });
    }

    /** From any thread; the end is told on a thread of ours, so that a caller's locks cannot meet a listener's. */
    void cancel() {
        outbound.threads().execute(() -> {
            Charge charge = exchange == null ? Charge.CERTAINLY_NOT : Charge.UNKNOWN;
            abandon(new ProviderFailure(Kind.CANCELLED, charge, "We stopped the call"));
        });
    }

    /** Ends it before it was sent. */
    synchronized void dontSend(ProviderFailure why) {
        finish(Optional.of(why));
    }

    private void watch(Duration pause) {
        alarm = outbound.after(pause, this::lookAtClock);
    }

    private void lookAtClock() {
        Duration rest = patience.minusNanos(System.nanoTime() - lastSign);
        if (rest.isNegative() || rest.isZero()) {
            abandon(new ProviderFailure(Kind.TIMEOUT, Charge.UNKNOWN, "The provider was silent for " + patience));
            return;
        }
        synchronized (this) {
            if (!over) {
                watch(rest);
            }
        }
    }

    @Override
    public BodySubscriber<Void> apply(ResponseInfo info) {
        response = info;
        reply.generationId(info.headers().firstValue("X-Generation-Id"));
        boolean events = info.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        if (!success() || !events) {
            collected = new ByteArrayOutputStream(1024);
        }
        return this;
    }

    private boolean success() {
        return response.statusCode() / 100 == 2;
    }

    @Override
    public void onSubscribe(Flow.Subscription arrived) {
        subscription = arrived;
        arrived.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        if (streamed) {
            lastSign = System.nanoTime();
        }
        synchronized (this) {
            if (!over) {
                take(pieces);
            }
        }
        subscription.request(1);
    }

    private void take(List<ByteBuffer> pieces) {
        try {
            for (ByteBuffer piece : pieces) {
                if (collected == null) {
                    reply.piece(piece);
                } else {
                    collect(piece);
                }
            }
            if (reply.over()) {
                finish(reply.failure());
            }
        } catch (RuntimeException unreadable) {
            abandon(asFailure(unreadable));
        }
    }

    private void collect(ByteBuffer piece) {
        int room = (success() ? Wire.MAX_BODY : MAX_ERROR_BODY) - collected.size();
        if (success() && piece.remaining() > room) {
            throw Failures.garbage("answered more than " + Wire.MAX_BODY + " bytes");
        }
        byte[] bytes = new byte[Math.min(piece.remaining(), room)];
        piece.get(bytes);
        collected.write(bytes, 0, bytes.length);
        if (piece.hasRemaining()) {
            throw refusal();
        }
    }

    @Override
    public void onComplete() {
        body.complete(null);
        synchronized (this) {
            if (!over) {
                try {
                    finish(verdict());
                } catch (RuntimeException unreadable) {
                    finish(Optional.of(asFailure(unreadable)));
                }
            }
        }
    }

    private Optional<ProviderFailure> verdict() {
        if (!success()) {
            return Optional.of(refusal());
        }
        if (collected != null) {
            reply.whole(collected.toByteArray());
        } else {
            reply.end();
        }
        return reply.complete()
                ? Optional.empty()
                : reply.failure().or(() -> Optional.of(Failures.garbage("ended in the middle of the answer")));
    }

    private ProviderFailure refusal() {
        return Failures.ofStatus(response.statusCode(), response.headers(), collected.toByteArray());
    }

    @Override
    public void onError(Throwable error) {
        body.completeExceptionally(error);
        broken(error);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return body;
    }

    private void broken(Throwable error) {
        synchronized (this) {
            if (over) {
                return;
            }
            if (collected == null && reply.complete()) {
                finish(Optional.empty());
            } else if (Outbound.neverSent(error)) {
                finish(Optional.of(new ProviderFailure(
                        Kind.FAILED,
                        Charge.CERTAINLY_NOT,
                        "The provider cannot be reached: " + error,
                        Details.NEVER_SENT,
                        error)));
            } else {
                finish(Optional.of(asFailure(error)));
            }
        }
    }

    private static ProviderFailure asFailure(Throwable error) {
        return error instanceof ProviderFailure failure
                ? failure
                : new ProviderFailure(
                        Kind.FAILED, Charge.UNKNOWN, "The connection broke: " + error, Details.NONE, error);
    }

    /** Ends it from our side, and the connection with it. */
    private void abandon(ProviderFailure failure) {
        synchronized (this) {
            if (over) {
                return;
            }
            finish(Optional.of(failure));
        }
        if (subscription != null) {
            subscription.cancel();
        }
        if (exchange != null) {
            exchange.cancel(true);
        }
    }

    private void finish(Optional<ProviderFailure> failure) {
        over = true;
        if (alarm != null) {
            alarm.callOff();
        }
        whenOver.accept(failure);
    }
}
