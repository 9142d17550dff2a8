package org.atelier.bench;

import java.io.IOException;

/** {@code POST /ai/chat} against the upstream called directly, request by request in turn. */
final class Chat {
    private final Target upstream;
    private final Target atelier;

    Chat(Target upstream, Target atelier) {
        this.upstream = upstream;
        this.atelier = atelier;
    }

    void measure() throws IOException {
        Report.heading(
                "One-shot chat, 1 connection (ms)",
                "upstream delay",
                "requests",
                "direct p50",
                "direct p99",
                "through p50",
                "through p99",
                "added p50",
                "added p99");
        latency("bench/delay-0", "0 ms", 3000, 3000);
        latency("bench/delay-50", "50 ms", 100, 300);
        Report.heading("One-shot chat, requests/s", "upstream delay", "connections", "direct", "through");
        for (var connections : new int[] {16, 64}) {
            rate("bench/delay-0", "0 ms", connections);
            rate("bench/delay-50", "50 ms", connections);
        }
    }

    private void latency(String model, String delay, int warmUp, int requests) throws IOException {
        var direct = new Samples();
        var through = new Samples();
        try (var near = upstream.open();
                var far = atelier.open()) {
            for (var number = -warmUp; number < requests; number++) {
                var first = upstream.ask(near, model, false).total();
                var second = atelier.ask(far, model, false).total();
                if (number >= 0) {
                    direct.add(first);
                    through.add(second);
                }
            }
        }
        Report.row(
                delay,
                requests,
                direct.millis(0.5),
                direct.millis(0.99),
                through.millis(0.5),
                through.millis(0.99),
                through.millis(0.5) - direct.millis(0.5),
                through.millis(0.99) - direct.millis(0.99));
    }

    private void rate(String model, String delay, int connections) {
        Report.row(delay, connections, rate(upstream, model, connections), rate(atelier, model, connections));
    }

    private static double rate(Target target, String model, int connections) {
        return Rate.perSecond(connections, 4, 6, () -> {
            var wire = target.open();
            return () -> target.ask(wire, model, false);
        });
    }
}
