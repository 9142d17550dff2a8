package org.atelier.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The upstream alone, and what can stand in front of it, side by side; {@code bench/compare} starts everything and calls it.
 *
 * <p>Arguments: rounds, seconds of each, seconds of warming up, seconds of the long load or 0, whether to profile (true or false), a folder on the disk of the
 * database, the backend with e-mail and password of an account, then name, base URL and process id of each contender, the upstream first.
 */
public final class Comparison {
    private static final int CONTENDERS_FROM = 9;

    /** Milliseconds: it asks the contenders in turn, each of which takes 50. */
    private static final int PAUSE_OF_ONE_CONNECTION = 200;

    private static final Pattern SECRET = Pattern.compile("\"secret\":\"([^\"]+)\"");

    private Comparison() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        double seconds = Double.parseDouble(arguments[1]);
        int longLoad = Integer.parseInt(arguments[3]);
        var key = key(URI.create(arguments[6]), arguments[7], arguments[8]);
        var contenders = Contender.of(List.of(arguments).subList(CONTENDERS_FROM, arguments.length), key);
        var atelier = contenders.stream()
                .filter(each -> each.name().equals("Atelier"))
                .findFirst()
                .orElseThrow();
        var goals = new Goals(contenders);

        warmUp(contenders, Double.parseDouble(arguments[2]));
        var before = contenders.stream().map(Comparison::megabytes).toList();
        sync(Path.of(arguments[5]));
        new Added(contenders, rounds, seconds, goals).measure();
        new Throughput(contenders, rounds, seconds, goals).measure();
        memory(contenders, before);
        if (Boolean.parseBoolean(arguments[4])) {
            new Profile(atelier, seconds).measure();
        }
        if (longLoad > 0) {
            goals.memory(new Endurance(atelier, longLoad).measure());
        }
        goals.report();
    }

    /** A key with a budget of its own, which no bench exhausts. */
    private static String key(URI backend, String email, String password) throws IOException {
        var token = Bench.signIn(backend, email, password);
        var body = "{\"name\":\"bench\",\"budget\":{\"amount\":\"1000000\",\"period\":\"month\"}}";
        try (var wire = new Wire(backend)) {
            var headers = "Authorization: Bearer " + token + "\r\n";
            var made = wire.exchange(Wire.request("POST", "/api/users/me/keys", headers, body))
                    .text();
            var secret = SECRET.matcher(made);
            if (!secret.find()) {
                throw new IllegalStateException("No key was made: " + made);
            }
            return secret.group(1);
        }
    }

    /** Until what compiles while it runs has seen all of it. */
    private static void warmUp(List<Contender> contenders, double seconds) {
        for (var contender : contenders) {
            Throughput.rate(contender, "bench/delay-0", false, 16, seconds);
            Throughput.rate(contender, "bench/chunks-50", true, 16, seconds);
        }
    }

    private static void sync(Path folder) throws IOException, InterruptedException {
        var inARow = DiskSync.measure(folder, 500, 0);
        var now = DiskSync.measure(folder, 50, PAUSE_OF_ONE_CONNECTION);
        Report.note(String.format(
                Locale.ROOT,
                "Before a paid call leaves, Atelier has its intent on disk. One such sync by itself takes %.2f ms here (p99 %.2f ms) in a row, and %.2f ms"
                        + " (p99 %.2f ms) five times a second, as often as one connection asks below; what Atelier adds cannot be less.",
                inARow.millis(0.5),
                inARow.millis(0.99),
                now.millis(0.5),
                now.millis(0.99)));
    }

    private static void memory(List<Contender> contenders, List<Double> before) {
        Report.heading("Memory, all processes of each", "", "RSS before the load (MB)", "RSS after (MB)");
        for (int at = 0; at < contenders.size(); at++) {
            Report.row(contenders.get(at).name(), before.get(at), megabytes(contenders.get(at)));
        }
    }

    private static double megabytes(Contender contender) {
        try {
            return contender.megabytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
