package org.atelier.usage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about, and says so when it does not come. */
final class Awaited {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Awaited() {}

    static void until(String expectation, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain until " + expectation);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
