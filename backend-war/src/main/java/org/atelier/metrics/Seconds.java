package org.atelier.metrics;

import java.time.Duration;

/** Bounds of buckets, and durations as they are observed. */
public final class Seconds {
    private static final double NANOS = 1e9;

    private Seconds() {}

    /** From a millisecond to ten minutes: an answer from memory as well as a stream. */
    public static double[] ofAnswers() {
        return new double[] {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 600};
    }

    /** From a tenth of a millisecond to ten seconds: what a disk takes. */
    public static double[] ofTheDisk() {
        return new double[] {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 10};
    }

    public static double of(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    /** @param begun as {@link System#nanoTime} gave it */
    public static double since(long begun) {
        return (System.nanoTime() - begun) / NANOS;
    }
}
