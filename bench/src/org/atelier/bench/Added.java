package org.atelier.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What each adds to an answer of the upstream. Every connection asks all of them in turn and the upstream itself too: the difference of two
 * answers of the same turn is what was added.
 *
 * @param contenders the first is the upstream
 * @param seconds of each round
 */
record Added(List<Contender> contenders, int rounds, double seconds, Goals goals) {
    void measure() throws IOException {
        heading("Whole answers of an upstream that takes 50 ms (ms)");
        for (int connections : new int[] {1, 16, 64}) {
            var measured = table("bench/delay-50", false, connections, Wire.Answer::total);
            if (connections == 1) {
                goals.added(measured);
            }
        }
        heading("First of 50 chunks of an upstream that takes 50 ms (ms)");
        for (int connections : new int[] {1, 16, 64}) {
            var measured = table("bench/delay-50-chunks-50", true, connections, Wire.Answer::firstData);
            if (connections == 1) {
                goals.firstChunk(measured);
            }
        }
    }

    private static void heading(String title) {
        Report.heading(title, "connections", "", "answers", "p50", "p99", "added p50", "added p99");
    }

    /** What one round gathers of one contender. */
    private record Of(Samples all, Samples added) {}

    private Rounds table(String model, boolean stream, int connections, ToLongFunction<Wire.Answer> time)
            throws IOException {
        var measured = new Rounds();
        // Fewer connections give fewer answers in the same time.
        double lasting = connections == 1 ? 4 * seconds : seconds;
        round(model, stream, connections, time, seconds / 2);
        int answers = 0;
        for (int round = 0; round < rounds; round++) {
            var gathered = round(model, stream, connections, time, lasting);
            for (int at = 0; at < contenders.size(); at++) {
                var of = gathered.get(at);
                measured.add(
                        contenders.get(at),
                        of.all().millis(0.5),
                        of.all().millis(0.99),
                        of.added().millis(0.5),
                        of.added().millis(0.99));
            }
            answers += gathered.get(0).all().size();
        }
        for (var contender : contenders) {
            Report.row(
                    connections,
                    contender.name(),
                    answers,
                    measured.median(contender, 0),
                    measured.median(contender, 1),
                    measured.median(contender, 2),
                    measured.median(contender, 3));
        }
        return measured;
    }

    private List<Of> round(
            String model, boolean stream, int connections, ToLongFunction<Wire.Answer> time, double lasting) {
        var gathered = new ArrayList<Of>();
        contenders.forEach(each -> gathered.add(new Of(new Samples(), new Samples())));
        Rate.perSecond(connections, 0, lasting, () -> {
            var wires = new ArrayList<Wire>();
            for (var contender : contenders) {
                wires.add(contender.target().open());
            }
            var turns = new int[1];
            return () -> turn(wires, turns[0]++, model, stream, time, gathered);
        });
        return gathered;
    }

    private void turn(
            List<Wire> wires, int turn, String model, boolean stream, ToLongFunction<Wire.Answer> time, List<Of> into)
            throws IOException {
        var took = new long[contenders.size()];
        for (int step = 0; step < took.length; step++) {
            int at = (turn + step) % took.length;
            took[at] = time.applyAsLong(contenders.get(at).target().ask(wires.get(at), model, stream));
        }
        for (int at = 0; at < took.length; at++) {
            into.get(at).all().add(took[at]);
            into.get(at).added().add(took[at] - took[0]);
        }
    }
}
