package org.atelier.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Events in their order, ready to be sent, each with its number. It grows at the end and, when it holds more than it may, loses its
 * oldest; readers come with the number they saw last and take what follows.
 */
public final class EventLog {
    private final List<byte[]> frames = new ArrayList<>();
    private final CopyOnWriteArrayList<Runnable> readers = new CopyOnWriteArrayList<>();
    private final int mostBytes;
    private long beforeFirst;
    private long bytes;
    private boolean closed;
    private volatile long lastFollowedNanos = System.nanoTime();

    /**
     * What a reader gets: whole frames, the number of the last one, and whether nothing will ever follow.
     */
    record Batch(byte[] bytes, long last, boolean ended) {}

    /** @param firstId the number of the first event; everything is kept */
    public EventLog(long firstId) {
        this(firstId, Integer.MAX_VALUE);
    }

    /** @param mostBytes beyond it the oldest events go, and who has not read them is told so by a {@code reset} */
    public EventLog(long firstId, int mostBytes) {
        this.beforeFirst = firstId - 1;
        this.mostBytes = mostBytes;
    }

    /**
     * Adds an event and wakes the readers on this thread; nothing they do can block it.
     *
     * @param json one line
     * @return the event's number
     */
    public long append(String event, byte[] json) {
        long id;
        synchronized (this) {
            id = last() + 1;
            add(Frame.of(id, event, json));
        }
        wake();
        return id;
    }

    /** Adds a frame as it is, for streams of another protocol, and wakes the readers. */
    public void append(byte[] frame) {
        synchronized (this) {
            add(frame);
        }
        wake();
    }

    /** Adds an event that keeps the number it once had; for a log that is replayed from the first to the last. */
    public void appendAs(long id, String event, byte[] json) {
        synchronized (this) {
            add(Frame.of(id, event, json));
        }
        wake();
    }

    /** Ends with bytes as they are: the last frames together, or an answer that turns out not to be a stream. */
    public void closeWith(byte[] text) {
        synchronized (this) {
            add(text);
            closed = true;
        }
        wake();
    }

    /** No event follows, what is still appended is dropped; streams end when they have sent the rest. */
    public void close() {
        synchronized (this) {
            closed = true;
        }
        wake();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** @return the number before the oldest event that is still here: whoever reads from it gets all */
    public synchronized long beforeFirst() {
        return beforeFirst;
    }

    /** @return the number of the newest event */
    public synchronized long last() {
        return beforeFirst + frames.size();
    }

    /** @return whole frames after that number, at least one if there is one, at most about so many bytes */
    synchronized Batch after(long position, int most) {
        if (position < beforeFirst || position > last()) {
            return new Batch(Frame.of(last(), "reset", Frame.EMPTY), last(), false);
        }
        int from = (int) (position - beforeFirst);
        int to = from;
        int size = 0;
        while (to < frames.size() && (to == from || size + frames.get(to).length <= most)) {
            size += frames.get(to++).length;
        }
        return new Batch(join(from, to, size), beforeFirst + to, closed && to == frames.size());
    }

    private byte[] join(int from, int to, int size) {
        if (to - from == 1) {
            return frames.get(from);
        }
        var joined = new byte[size];
        int at = 0;
        for (var frame : frames.subList(from, to)) {
            System.arraycopy(frame, 0, joined, at, frame.length);
            at += frame.length;
        }
        return joined;
    }

    private void add(byte[] frame) {
        if (closed) {
            return;
        }
        frames.add(frame);
        bytes += frame.length;
        if (bytes > mostBytes) {
            dropOldest();
        }
    }

    /** Down to three quarters at once, so that moving the rest is rare. */
    private void dropOldest() {
        int gone = 0;
        while (bytes > mostBytes / 4L * 3 && gone < frames.size() - 1) {
            bytes -= frames.get(gone++).length;
        }
        frames.subList(0, gone).clear();
        beforeFirst += gone;
    }

    void follow(Runnable reader) {
        readers.add(reader);
    }

    void unfollow(Runnable reader) {
        lastFollowedNanos = System.nanoTime();
        readers.remove(reader);
    }

    boolean isFollowed() {
        return !readers.isEmpty();
    }

    /** @return whether nobody has read for so long */
    boolean abandonedFor(Duration time) {
        return readers.isEmpty() && System.nanoTime() - lastFollowedNanos > time.toNanos();
    }

    private void wake() {
        readers.forEach(Runnable::run);
    }
}
