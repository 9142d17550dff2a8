package org.atelier.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Load for a long time, half of it whole answers and half streams, and the memory meanwhile. */
final class Endurance {
    private static final int CONNECTIONS = 8;
    private static final int LOOKS = 20;

    private final Contender contender;
    private final int seconds;

    Endurance(Contender contender, int seconds) {
        this.contender = contender;
        this.seconds = seconds;
    }

    /** @return median memory of the last quarter, as a share of that of the second: the first is a JVM that still grows into its load */
    double measure() throws IOException {
        var whole = CompletableFuture.supplyAsync(
                () -> Throughput.rate(contender, "bench/delay-0", false, CONNECTIONS, seconds));
        var streams = CompletableFuture.supplyAsync(
                () -> Throughput.rate(contender, "bench/chunks-50", true, CONNECTIONS, seconds));
        Report.heading(
                seconds + " seconds of load, " + CONNECTIONS
                        + " connections with whole answers and as many with streams",
                "second",
                "RSS (MB)");
        var looks = new ArrayList<Double>();
        for (int look = 1; look <= LOOKS; look++) {
            Pause.seconds(seconds / LOOKS);
            looks.add(contender.megabytes());
            Report.row(look * seconds / LOOKS, looks.get(look - 1));
        }
        Report.note(String.format(
                Locale.ROOT,
                "%,.0f whole answers and %,.0f streams a second meanwhile.",
                whole.join(),
                streams.join()));
        return median(looks.subList(LOOKS * 3 / 4, LOOKS)) / median(looks.subList(LOOKS / 4, LOOKS / 2));
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
