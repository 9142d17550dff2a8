package org.atelier.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One reader of a log over HTTP. It has no thread and no queue: whoever appends, the heartbeat and the server ({@code onWritePossible})
 * nudge it, and it copies from the log as much as the socket takes at that moment.
 */
final class EventStream implements WriteListener, AsyncListener {
    private static final int MOST_AT_ONCE = 16 * 1024;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final EventLog log;
    private final Consumer<EventStream> gone;
    private final Runnable nudge = this::nudge;
    private final AtomicInteger nudges = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private long position;
    private boolean unflushed;
    private volatile boolean socketFull = true;
    private volatile boolean begun;
    private volatile boolean cut;
    private volatile byte[] aside;

    /**
     * @param after the number of the last event that the reader has
     * @param gone told when it is over, by the log's end or by the reader's leaving
     */
    EventStream(AsyncContext context, ServletOutputStream out, EventLog log, long after, Consumer<EventStream> gone) {
        this.context = context;
        this.out = out;
        this.log = log;
        this.position = after;
        this.gone = gone;
    }

    /** @param greeting sent before anything else, so that the headers leave at once; may be empty */
    void begin(byte[] greeting) {
        begun = greeting.length > 0;
        aside = begun ? greeting : null;
        context.addListener(this);
        log.follow(nudge);
        out.setWriteListener(this);
    }

    /** A sign of life, but never the first that is sent, which would fix the status, nor behind the last. */
    void beat() {
        if (!begun || log.isClosed()) {
            return;
        }
        if (aside == null) {
            aside = Frame.HEARTBEAT;
        }
        nudge();
    }

    /** Ends it where it is. By the thread that writes: another must not complete a request in the middle of that. */
    void cut() {
        cut = true;
        nudge();
    }

    @Override
    public void onWritePossible() {
        socketFull = false;
        nudge();
    }

    /** Only one thread writes; the others leave word that there is more to do and go on. */
    private void nudge() {
        if (nudges.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            writeWhatFits();
            seen = nudges.addAndGet(-seen);
        } while (seen != 0);
    }

    private void writeWhatFits() {
        try {
            boolean more = true;
            while (more && !over.get() && !socketFull) {
                // Set before asking: the server may answer "now" on another thread before isReady() has returned.
                socketFull = true;
                if (out.isReady()) {
                    socketFull = false;
                    more = step();
                }
            }
        } catch (IOException | RuntimeException broken) {
            end();
        }
    }

    /** One write or one flush. @return whether another step may be due */
    private boolean step() throws IOException {
        if (cut) {
            end();
            return false;
        }
        if (aside != null) {
            write(aside);
            aside = null;
            return true;
        }
        var batch = log.after(position, MOST_AT_ONCE);
        if (batch.bytes().length > 0) {
            position = batch.last();
            write(batch.bytes());
            return true;
        }
        if (batch.ended()) {
            end();
            return false;
        }
        if (unflushed) {
            unflushed = false;
            out.flush();
            return true;
        }
        return false;
    }

    private void write(byte[] bytes) throws IOException {
        unflushed = true;
        begun = true;
        out.write(bytes);
    }

    private void end() {
        if (over.getAndSet(true)) {
            return;
        }
        log.unfollow(nudge);
        gone.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException completed) {
            // The server was faster.
        }
    }

    @Override
    public void onError(Throwable broken) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
