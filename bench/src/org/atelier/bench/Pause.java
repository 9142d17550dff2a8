package org.atelier.bench;

import java.util.concurrent.locks.LockSupport;

/** Waits; a bench may. */
final class Pause {
    private Pause() {}

    static void seconds(int seconds) {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
