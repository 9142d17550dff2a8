package org.atelier.limits;

import java.util.concurrent.atomic.AtomicReference;

/** What was taken for one request; left once, however often it is left. */
public final class Place implements AutoCloseable {
    private static final Runnable NOTHING = () -> {};

    private final AtomicReference<Runnable> leaving = new AtomicReference<>(NOTHING);

    Place() {}

    void afterwards(Runnable also) {
        leaving.updateAndGet(before -> before == NOTHING
                ? also
                : () -> {
                    before.run();
                    also.run();
                });
    }

    @Override
    public void close() {
        leaving.getAndSet(NOTHING).run();
    }
}
