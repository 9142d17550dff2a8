package org.atelier.provider.demo;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Models whose films are talked about or given out in a way that was seen at a real provider, or may be. */
final class FilmFaults {

    private static final String PREFIX = Faults.PREFIX + "film-";
    private static final Map<String, FilmManners> ALL = new TreeMap<>();

    static {
        orders();
        states();
        moments();
        addresses();
        FilmBodies.addTo(FilmFaults::add);
    }

    private FilmFaults() {}

    private static void add(String name, FilmManners manners) {
        ALL.put(PREFIX + name, manners);
    }

    /** Each is counted as accepted before it goes wrong. */
    private static void orders() {
        add("accepted-silence", FilmManners.GOOD.accepting((exchange, film) -> {}));
        add("accepted-reset", FilmManners.GOOD.accepting((exchange, film) -> exchange.cut()));
        add(
                "accepted-502",
                FilmManners.GOOD.accepting((exchange, film) ->
                        exchange.json(502, Json.error(502, "Upstream failed", "provider_unavailable"))));
        add("accepted-no-id", FilmManners.GOOD.accepting((exchange, film) -> exchange.json(202, Json.object())));
        add(
                "polling-elsewhere",
                FilmManners.GOOD.accepting((exchange, film) -> exchange.json(
                        202,
                        FilmManners.ticket(film)
                                .put("polling_url", "http://localhost:" + exchange.port() + FilmManners.path(film)))));
        add(
                "polling-absolute",
                FilmManners.GOOD.accepting((exchange, film) -> exchange.json(
                        202,
                        FilmManners.ticket(film)
                                .put("polling_url", "http://127.0.0.1:" + exchange.port() + FilmManners.path(film)))));
    }

    private static void states() {
        add("never", FilmManners.GOOD.changing((report, film) -> report.retain("id", "polling_url")
                .put("status", "in_progress")));
        add("failed", ends("failed", "The prompt could not be filmed"));
        add("dead", ends("DEAD", "The worker is gone"));
        add("error", ends("Error", "Something broke"));
        add("expired", ends("expired", "It waited too long"));
        add("cancelled", ends("cancelled", ""));
        add("canceled", ends("CANCELED", ""));
        add("error-object", FilmManners.GOOD.changing((report, film) -> report.retain("id")
                .put("status", "failed")
                .putObject("error")
                .put("code", "content_policy_violation")
                .put("message", "Not this one")));
        add("succeeded", FilmManners.GOOD.ready(report -> report.put("status", "Succeeded")));
        add("word-unknown", FilmManners.GOOD.changing((report, film) -> {
            if (film.look() < 4) {
                report.retain("id").put("status", "polishing").put("progress", 40);
            }
        }));
        add("no-cost", FilmManners.GOOD.ready(report -> report.remove("usage")));
    }

    private static FilmManners ends(String word, String error) {
        return FilmManners.GOOD.changing(
                (report, film) -> report.retain("id").put("status", word).put("error", error));
    }

    /** Passing trouble while a film is asked after. */
    private static void moments() {
        add("429-polls", before(3, 429, "Retry-After", "1"));
        add("500-polls", before(3, 500));
        add("404-first", before(2, 404));
        add("html-polls", FilmManners.GOOD.telling((exchange, film) -> {
            if (film.look() < 3) {
                exchange.send(200, "text/html", Faults.bytes("<html><h1>Just a moment</h1></html>"));
            } else {
                exchange.json(200, FilmManners.report(film));
            }
        }));
        add("silent-polls", FilmManners.GOOD.telling((exchange, film) -> {}));
    }

    /** @param look the first that is answered */
    private static FilmManners before(int look, int status, String... headers) {
        return FilmManners.GOOD.telling((exchange, film) -> {
            if (film.look() < look) {
                exchange.json(status, Json.error(status, "Not now"), headers);
            } else {
                exchange.json(200, FilmManners.report(film));
            }
        });
    }

    private static void addresses() {
        add("url-absent", FilmManners.GOOD.ready(report -> report.remove("unsigned_urls")));
        add("url-nonsense", FilmManners.GOOD.ready(report -> report.putArray("unsigned_urls")
                .add("::not an address")));
        add("url-relative", onlyAt(""));
        add("url-absolute", onlyAt("http://127.0.0.1:%d"));
        add("url-elsewhere", onlyAt("http://localhost:%d"));
        add("url-redirected", FilmManners.GOOD.showing(moved("http://127.0.0.1:%d")));
        add("url-redirected-elsewhere", FilmManners.GOOD.showing(moved("http://localhost:%d")));
        add(
                "url-circles",
                FilmManners.GOOD.showing((exchange, film) ->
                        exchange.send(302, "text/plain", new byte[0], "Location", FilmManners.contentPath(film.id()))));
    }

    /** @param origin empty: the address has none */
    private static FilmManners.Act addressed(String origin) {
        return (exchange, film) -> {
            var report = FilmManners.report(film);
            if (film.status().equals("completed")) {
                report.putArray("unsigned_urls").add(origin.formatted(exchange.port()) + DemoFilms.SHELF + film.id());
            }
            exchange.json(200, report);
        };
    }

    /** Its own content endpoint does not have it. */
    private static FilmManners onlyAt(String origin) {
        return FilmManners.GOOD
                .telling(addressed(origin))
                .showing((exchange, film) -> exchange.json(404, Json.error(404, "Not here", "not_found")));
    }

    private static FilmManners.Act moved(String origin) {
        return (exchange, film) -> exchange.send(
                302,
                "text/plain",
                new byte[0],
                "Location",
                origin.formatted(exchange.port()) + DemoFilms.SHELF + film.id());
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    static FilmManners manners(String model) {
        return ALL.getOrDefault(model, FilmBodies.bench(model));
    }
}
