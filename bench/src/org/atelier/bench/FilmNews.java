package org.atelier.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** How long after a provider has a film its owner, who listens, hears that it is there. */
final class FilmNews {
    private static final Pattern COMPLETED =
            Pattern.compile("\"id\":\"([^\"]+)\",\"kind\":\"video\",\"status\":\"completed\"");
    private static final int FILMS = 20;

    private final Target person;
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    FilmNews(Target person) {
        this.person = person;
    }

    void measure() throws IOException {
        Report.heading(
                "From the provider's completion to a listener of /api/events, one film after the other (ms)",
                "made in",
                "films",
                "p50",
                "p99");
        listen();
        for (var millis : new int[] {20, 1500, 5000}) {
            var samples = new Samples();
            try (var wire = person.open()) {
                for (var film = 0; film < FILMS; film++) {
                    var begin = System.nanoTime();
                    var id = Films.id(Films.ask(wire, person, "bench/film-delay-" + millis));
                    samples.add(at(id) - begin - millis * 1_000_000L);
                }
            }
            Report.row(millis + " ms", samples.size(), samples.millis(0.5), samples.millis(0.99));
        }
        Report.note(
                "It is looked after each 2 seconds at first, so half of that is to be expected; later each 15 and 30.");
    }

    private long at(String id) {
        while (!heard.containsKey(id)) {
            LockSupport.parkNanos(200_000);
        }
        return heard.get(id);
    }

    private void listen() {
        var request = HttpRequest.newBuilder(URI.create(person.server() + "/api/events"));
        request.header("Accept", "text/event-stream");
        request.header(
                "Authorization",
                person.headers().replaceFirst("Authorization: ", "").strip());
        var open = new CountDownLatch(1);
        var thread = new Thread(
                () -> {
                    try {
                        var lines = HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .build()
                                .send(request.build(), HttpResponse.BodyHandlers.ofLines());
                        open.countDown();
                        lines.body().forEach(this::hear);
                    } catch (IOException | InterruptedException ended) {
                        System.err.println("The stream of events ended: " + ended.getMessage());
                    }
                },
                "listener");
        thread.setDaemon(true);
        thread.start();
        try {
            open.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(String line) {
        var found = COMPLETED.matcher(line);
        if (found.find()) {
            heard.put(found.group(1), System.nanoTime());
        }
    }
}
