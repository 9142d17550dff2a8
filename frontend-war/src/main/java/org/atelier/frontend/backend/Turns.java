package org.atelier.frontend.backend;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs one piece of work by whichever thread signals first, and once more for those who signalled meanwhile; nobody
 * waits and no lock is held, so that calls into the server and the HTTP client cannot block each other.
 */
final class Turns {

    private final AtomicInteger signals = new AtomicInteger();
    private final Runnable work;

    Turns(Runnable work) {
        this.work = work;
    }

    void signal() {
        if (signals.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            work.run();
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }
}
