package org.atelier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Where Atelier's processor time goes under load: by samples of what its threads run, and by the kernel's account of the threads. */
final class Profile {
    private static final int CONNECTIONS = 16;

    /** The first frame, from the innermost, whose class begins so says whose work a sample is. */
    private static final Map<String, String> AREAS = areas();

    private final Contender contender;
    private final long pid;
    private final double seconds;

    Profile(Contender contender, double seconds) {
        this.contender = contender;
        this.pid = contender.processes().get(0).pid();
        this.seconds = seconds;
    }

    private static Map<String, String> areas() {
        var areas = new LinkedHashMap<String, String>();
        areas.put("com.fasterxml.", "JSON: reading and writing");
        areas.put("io.netty.", "HTTP client towards the upstream: network");
        areas.put("org.atelier.provider.", "HTTP client towards the upstream: ours");
        areas.put("io.github.resilience4j.", "circuit breaker, limit of calls");
        areas.put("org.duckdb.", "database");
        areas.put("org.jdbi.", "database");
        areas.put("com.sun.gjc.", "database");
        areas.put("com.sun.enterprise.resource.", "database");
        areas.put("org.atelier.database.SyncedLog", "money journal");
        areas.put("org.atelier.database.", "database");
        areas.put("org.atelier.usage.", "budget and ledger");
        areas.put("java.util.logging.", "log");
        areas.put("OneLine", "log");
        areas.put("fish.payara.logging.", "log");
        areas.put("com.sun.enterprise.server.logging.", "log");
        areas.put("org.jboss.weld.", "dependency injection");
        areas.put("org.glassfish.weld.", "dependency injection");
        areas.put("org.glassfish.grizzly.", "server: connections and HTTP");
        areas.put("org.apache.catalina.", "server: servlets");
        areas.put("org.glassfish.", "server: servlets");
        areas.put("com.sun.enterprise.", "server: servlets");
        areas.put("fish.payara.", "server: servlets");
        areas.put("com.password4j.", "who is asking");
        areas.put("org.atelier.auth.", "who is asking");
        areas.put("org.atelier.keys.", "who is asking");
        areas.put("org.atelier.", "the protocol, streams and the rest of ours");
        return areas;
    }

    void measure() throws IOException {
        // The first recording changes classes of the JDK, and what had been compiled with them is compiled again.
        jcmd("JFR.start", "name=bench", "settings=profile");
        Throughput.rate(contender, "bench/delay-0", false, CONNECTIONS, seconds);
        Throughput.rate(contender, "bench/chunks-50", true, CONNECTIONS, seconds);
        jcmd("JFR.stop", "name=bench");
        of("whole answers", "bench/delay-0", false);
        of("streams of 50 chunks", "bench/chunks-50", true);
    }

    private void of(String what, String model, boolean stream) throws IOException {
        var file = Files.createTempFile("atelier-profile", ".jfr");
        try {
            jcmd("JFR.start", "name=bench", "settings=profile");
            var before = threads();
            Throughput.rate(contender, model, stream, CONNECTIONS, seconds);
            var after = threads();
            jcmd("JFR.stop", "name=bench", "filename=" + file);
            Report.heading(
                    "Profile: " + what + ", " + CONNECTIONS + " connections, samples of running Java", "work", "share");
            shares(samples(file));
            Report.heading("The same by thread, with what the database and the kernel do there", "threads", "share");
            after.replaceAll((name, spent) -> spent - before.getOrDefault(name, 0.0));
            shares(after);
        } finally {
            Files.delete(file);
        }
    }

    private static void shares(Map<String, Double> parts) {
        double all = parts.values().stream().mapToDouble(part -> part).sum();
        parts.entrySet().stream()
                .filter(part -> part.getValue() / all >= 0.005)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(part ->
                        Report.row(part.getKey(), String.format(Locale.ROOT, "%.0f %%", 100 * part.getValue() / all)));
    }

    private static Map<String, Double> samples(Path file) throws IOException {
        var samples = new HashMap<String, Double>();
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples.merge(area(event), 1.0, Double::sum);
                }
            }
        }
        return samples;
    }

    private static String area(RecordedEvent sample) {
        for (var frame : sample.getStackTrace().getFrames()) {
            var type = frame.getMethod().getType().getName();
            for (var area : AREAS.entrySet()) {
                if (type.startsWith(area.getKey())) {
                    return area.getValue();
                }
            }
        }
        return "the JDK by itself";
    }

    /** @return seconds of processor time by the name of threads, those that differ in a number only together */
    private Map<String, Double> threads() throws IOException {
        var spent = new HashMap<String, Double>();
        try (var tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (var task : tasks.toList()) {
                if (Files.exists(task.resolve("stat"))) {
                    var name = Files.readString(task.resolve("comm")).strip().replaceAll("[-#\\d(]+.*$", "");
                    spent.merge(name, Processes.One.cpuSeconds(task.resolve("stat")), Double::sum);
                }
            }
        }
        return spent;
    }

    private void jcmd(String... command) throws IOException {
        var line = new ArrayList<>(List.of("jcmd", Long.toString(pid)));
        line.addAll(List.of(command));
        var jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
        jcmd.getInputStream().readAllBytes();
    }
}
