package org.atelier.provider;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/**
 * One request on the wire and what comes back. Network, clock and caller can end it at the same time; the monitor
 * lets one of them win and keeps the listener's events in a row.
 */
final class Attempt implements Receiver {

    private static final int MAX_ERROR_BODY = 64 * 1024;

    private final Outbound outbound;
    private final Duration patience;
    private final boolean streamed;
    private final ReplyReader reply;
    private final Consumer<Optional<ProviderFailure>> whenOver;

    private volatile long lastSign = System.nanoTime();
    private volatile Outbound.Alarm alarm;
    private volatile Outbound.Sending sending;
    private Head head;
    private ByteArrayOutputStream collected;
    private volatile boolean over;

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

    synchronized void send(Outbound.Parcel request) {
        if (over) {
            return;
        }
        watch(patience);
        sending = outbound.send(request, this);
    }

    /** From any thread; the end is told on a thread of ours, so that a caller's locks cannot meet a listener's. */
    void cancel() {
        // Whoever has heard the end cancels too, as it lets go of what is over.
        if (!over) {
            outbound.threads().execute(() -> abandon(this::stopped));
        }
    }

    /** Only under the monitor, which is held while it is being sent: then it is known whether it was. */
    private ProviderFailure stopped() {
        Charge charge = sending == null ? Charge.CERTAINLY_NOT : Charge.UNKNOWN;
        return new ProviderFailure(Kind.CANCELLED, charge, "We stopped the call");
    }

    /** Ends it before it was sent, unless it has ended already. */
    synchronized void dontSend(ProviderFailure why) {
        if (!over) {
            finish(Optional.of(why));
        }
    }

    private void watch(Duration pause) {
        alarm = outbound.after(pause, this::lookAtClock);
    }

    private void lookAtClock() {
        Duration rest = patience.minusNanos(System.nanoTime() - lastSign);
        if (rest.isNegative() || rest.isZero()) {
            abandon(() -> new ProviderFailure(Kind.TIMEOUT, Charge.UNKNOWN, "The provider was silent for " + patience));
            return;
        }
        synchronized (this) {
            if (!over) {
                watch(rest);
            }
        }
    }

    @Override
    public void head(Head arrived) {
        head = arrived;
        reply.generationId(head.header("X-Generation-Id"));
        boolean events = head.header("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        if (!head.success() || !events) {
            collected = new ByteArrayOutputStream(1024);
        }
    }

    @Override
    public void piece(ByteBuffer bytes) {
        if (streamed) {
            lastSign = System.nanoTime();
        }
        synchronized (this) {
            if (!over) {
                take(bytes);
            }
        }
    }

    @Override
    public void pause() {
        synchronized (this) {
            if (!over) {
                guarded(reply::tell);
            }
        }
    }

    private void take(ByteBuffer bytes) {
        guarded(() -> {
            if (collected == null) {
                reply.piece(bytes);
            } else {
                collect(bytes);
            }
            if (reply.over()) {
                finish(reply.failure());
            }
        });
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException unreadable) {
            abandon(() -> asFailure(unreadable));
        }
    }

    private void collect(ByteBuffer piece) {
        int room = (head.success() ? Wire.MAX_BODY : MAX_ERROR_BODY) - collected.size();
        if (head.success() && piece.remaining() > room) {
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
    public void end() {
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
        if (!head.success()) {
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
        return Failures.ofStatus(head.status(), head.header("Retry-After"), collected.toByteArray());
    }

    @Override
    public void broken(Throwable error) {
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
    private void abandon(Supplier<ProviderFailure> why) {
        synchronized (this) {
            if (over) {
                return;
            }
            finish(Optional.of(why.get()));
        }
        if (sending != null) {
            sending.abandon();
        }
    }

    private void finish(Optional<ProviderFailure> failure) {
        over = true;
        if (alarm != null) {
            alarm.callOff();
        }
        whenOver.accept(toldBefore(failure));
    }

    /** What had come before the end is told before it. */
    private Optional<ProviderFailure> toldBefore(Optional<ProviderFailure> failure) {
        try {
            reply.tell();
            return failure;
        } catch (RuntimeException unreadable) {
            return failure.or(() -> Optional.of(asFailure(unreadable)));
        }
    }
}
