package org.atelier.frontend.backend;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;

/**
 * Hands the backend's answer on as it comes. The next piece is asked for when the browser has taken the one before, so
 * a browser that does not read costs one piece of memory and no thread; one that goes ends the call upstream.
 */
final class ResponseRelay implements Flow.Subscriber<List<ByteBuffer>>, WriteListener {

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final boolean stream;
    private final Queue<ByteBuffer> pending = new ConcurrentLinkedQueue<>();
    private final Turns turns = new Turns(this::relay);
    private volatile Flow.Subscription upstream;
    private volatile boolean pieceDue;
    private volatile boolean flushDue;
    private volatile boolean upstreamEnded;
    private volatile boolean broken;
    private boolean ended;

    /** @param stream whether each piece is shown at once, as events are */
    ResponseRelay(AsyncContext async, ServletOutputStream out, boolean stream) {
        this.async = async;
        this.out = out;
        this.stream = stream;
        // A stream's headers go out before its first event.
        this.flushDue = stream;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        out.setWriteListener(this);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        pending.addAll(piece);
        flushDue = stream;
        pieceDue = false;
        turns.signal();
    }

    @Override
    public void onComplete() {
        upstreamEnded = true;
        turns.signal();
    }

    @Override
    public void onWritePossible() {
        turns.signal();
    }

    /** Either side broke off: the server's side and the backend's have the same name for it. */
    @Override
    public void onError(Throwable failure) {
        broken = true;
        turns.signal();
    }

    private void relay() {
        if (ended) {
            return;
        }
        try {
            if (broken) {
                end();
            } else if (everythingIsOut()) {
                proceed();
            }
        } catch (IOException | IllegalStateException browserHasGone) {
            end();
        }
    }

    /** If not, the server calls back when it can take more. */
    private boolean everythingIsOut() throws IOException {
        while (out.isReady()) {
            ByteBuffer next = pending.poll();
            if (next != null) {
                write(next);
            } else if (flushDue) {
                flushDue = false;
                out.flush();
            } else {
                return true;
            }
        }
        return false;
    }

    private void write(ByteBuffer piece) throws IOException {
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        out.write(bytes);
    }

    private void proceed() {
        if (upstreamEnded && pending.isEmpty()) {
            end();
        } else if (!pieceDue) {
            pieceDue = true;
            upstream.request(1);
        }
    }

    private void end() {
        ended = true;
        pending.clear();
        upstream.cancel();
        async.complete();
    }
}
