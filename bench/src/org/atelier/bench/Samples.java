package org.atelier.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations in nanoseconds, shown in milliseconds. */
final class Samples {
    private long[] values = new long[1024];
    private int size;

    synchronized void add(long nanos) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = nanos;
    }

    synchronized int size() {
        return size;
    }

    /** @param share 0.5 for the median */
    synchronized double millis(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1, Math.floor(share * size))] / 1e6;
    }

    static String shown(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis);
    }
}
