package org.atelier.bench;

import java.io.IOException;
import java.util.List;

/**
 * How much gets through when the upstream answers at once, and what it costs in processor time.
 *
 * @param contenders the first is the upstream
 * @param seconds of each round
 */
record Throughput(List<Contender> contenders, int rounds, double seconds, Goals goals) {
    void measure() throws IOException {
        heading("Whole answers of an upstream that answers at once");
        for (int connections : new int[] {1, 16, 64}) {
            var measured = table("bench/delay-0", false, connections);
            if (connections == 16) {
                goals.answers(measured);
            }
        }
        heading("Streams of 50 chunks that come at once");
        for (int connections : new int[] {1, 16, 32, 64}) {
            var measured = table("bench/chunks-50", true, connections);
            if (connections == 32) {
                goals.streams(measured);
            }
        }
    }

    private static void heading(String title) {
        Report.heading(title, "connections", "", "a second", "share of the upstream's", "its processor time (µs each)");
    }

    private Rounds table(String model, boolean stream, int connections) throws IOException {
        var measured = new Rounds();
        for (var contender : contenders) {
            rate(contender, model, stream, connections, seconds / 2);
        }
        measured.measure(rounds, contenders, contender -> {
            double before = contender.cpuSeconds();
            double rate = rate(contender, model, stream, connections, seconds);
            return new double[] {rate, (contender.cpuSeconds() - before) / (rate * seconds) * 1e6};
        });
        for (var contender : contenders) {
            double rate = measured.median(contender, 0);
            double share = rate / measured.median(contenders.get(0), 0);
            Report.row(connections, contender.name(), rate, share, measured.median(contender, 1));
        }
        return measured;
    }

    static double rate(Contender contender, String model, boolean stream, int connections, double seconds) {
        return Rate.perSecond(connections, 0, seconds, () -> {
            var wire = contender.target().open();
            return () -> contender.target().ask(wire, model, stream);
        });
    }
}
