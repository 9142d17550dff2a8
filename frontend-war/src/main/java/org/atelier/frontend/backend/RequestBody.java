package org.atelier.frontend.backend;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A browser's request body as a publisher: bytes are read when the backend has taken the ones before, so that an upload
 * of any size needs one small buffer and no thread.
 */
final class RequestBody implements Flow.Publisher<ByteBuffer>, Flow.Subscription, ReadListener {

    private static final int CHUNK = 16 * 1024;
    private final ServletInputStream in;
    private final AtomicLong demand = new AtomicLong();
    private final Turns turns = new Turns(this::read);
    private volatile Flow.Subscriber<? super ByteBuffer> subscriber;
    private volatile Throwable failure;
    private volatile boolean ended;

    RequestBody(ServletInputStream in) {
        this.in = in;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
        if (subscriber != null) {
            newSubscriber.onSubscribe(this);
            newSubscriber.onError(new IllegalStateException("A request body can be sent once"));
            return;
        }
        subscriber = newSubscriber;
        in.setReadListener(this);
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        demand.accumulateAndGet(more, (held, added) -> held + added < 0 ? Long.MAX_VALUE : held + added);
        turns.signal();
    }

    @Override
    public void cancel() {
        ended = true;
    }

    @Override
    public void onDataAvailable() {
        turns.signal();
    }

    @Override
    public void onAllDataRead() {
        turns.signal();
    }

    @Override
    public void onError(Throwable problem) {
        failure = problem;
        turns.signal();
    }

    private void read() {
        try {
            while (!ended && failure == null && !isRead() && demand.get() > 0 && in.isReady()) {
                publish();
            }
            if (failure != null || isRead()) {
                end();
            }
        } catch (IOException broken) {
            failure = broken;
            end();
        }
    }

    /** The server calls a body finished once it has received all of it, even if nobody has read it yet. */
    private boolean isRead() throws IOException {
        return in.isFinished() && in.available() == 0;
    }

    private void publish() throws IOException {
        byte[] chunk = new byte[CHUNK];
        int count = in.read(chunk);
        if (count > 0) {
            demand.decrementAndGet();
            subscriber.onNext(ByteBuffer.wrap(Arrays.copyOf(chunk, count)));
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            if (failure == null) {
                subscriber.onComplete();
            } else {
                subscriber.onError(failure);
            }
        }
    }
}
