package org.atelier.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same measurement of all contenders, round after round, so that what disturbs the machine meets each of them; the median of rounds counts. */
final class Rounds {
    /** Measures one contender once. */
    @FunctionalInterface
    interface Measurement {
        /** @return as many numbers for each, in the same order */
        double[] of(Contender contender) throws IOException;
    }

    private final Map<String, List<double[]>> figures = new HashMap<>();

    void add(Contender contender, double... values) {
        figures.computeIfAbsent(contender.name(), first -> new ArrayList<>()).add(values);
    }

    /** Each round begins with another one. */
    void measure(int rounds, List<Contender> contenders, Measurement measurement) throws IOException {
        for (int round = 0; round < rounds; round++) {
            for (int at = 0; at < contenders.size(); at++) {
                var next = contenders.get((round + at) % contenders.size());
                add(next, measurement.of(next));
            }
        }
    }

    /** @param which of the numbers */
    double median(Contender contender, int which) {
        var sorted = figures.get(contender.name()).stream()
                .mapToDouble(values -> values[which])
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
