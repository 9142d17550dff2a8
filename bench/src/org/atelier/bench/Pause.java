package org.atelier.bench;

import java.util.concurrent.locks.LockSupport;

/** Waits; a bench may. */
final class Pause {
    private Pause() {}

    static void seconds(int seconds) {
        until(System.nanoTime() + seconds * 1_000_000_000L);
    }

    /** @param end as {@link System#nanoTime} will be; may have been */
    static void until(long end) {
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
