package org.atelier.backup;

import java.util.concurrent.atomic.AtomicLong;

/** How far a backup is, told by its thread and read by others. */
final class Progress {
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong toDo = new AtomicLong();

    void expect(long bytes) {
        toDo.addAndGet(bytes);
    }

    void copied(long bytes) {
        done.addAndGet(bytes);
    }

    long done() {
        return done.get();
    }

    long toDo() {
        return toDo.get();
    }
}
