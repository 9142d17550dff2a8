package org.atelier.chat;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
final class Await {
    private static final long DEADLINE_NANOS = 10_000_000_000L;

    private Await() {}

    static void until(BooleanSupplier there) {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen in time");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
