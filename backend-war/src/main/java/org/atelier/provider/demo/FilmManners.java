package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * How a film is talked about: what is answered when it is ordered, when it is asked after and when it is fetched.
 *
 * @param accept the answer to an order that was accepted already
 */
record FilmManners(Act accept, Act tell, Act show) {

    interface Act {
        void answer(Exchange exchange, DemoFilm film);
    }

    static final FilmManners GOOD = new FilmManners(
            (exchange, film) -> exchange.json(202, ticket(film)),
            (exchange, film) -> exchange.json(200, report(film)),
            FilmManners::send);

    FilmManners accepting(Act other) {
        return new FilmManners(other, tell, show);
    }

    FilmManners telling(Act other) {
        return new FilmManners(accept, other, show);
    }

    /** The usual report with something about it changed. */
    FilmManners changing(BiConsumer<ObjectNode, DemoFilm> change) {
        return telling((exchange, film) -> {
            ObjectNode report = report(film);
            change.accept(report, film);
            exchange.json(200, report);
        });
    }

    /** As {@link #changing}, whenever a film would be told to be ready. */
    FilmManners ready(Consumer<ObjectNode> change) {
        return changing((report, film) -> {
            if (report.path("status").asText().equals("completed")) {
                change.accept(report);
            }
        });
    }

    FilmManners showing(Act other) {
        return new FilmManners(accept, tell, other);
    }

    static String path(DemoFilm film) {
        return DemoProvider.BASE_PATH + "/videos/" + film.id();
    }

    static String contentPath(String id) {
        return DemoProvider.BASE_PATH + "/videos/" + id + "/content?index=0";
    }

    static ObjectNode ticket(DemoFilm film) {
        return Json.object().put("id", film.id()).put("polling_url", path(film)).put("status", film.status());
    }

    static ObjectNode report(DemoFilm film) {
        ObjectNode report = ticket(film).put("generation_id", "gen-" + film.id());
        if (film.status().equals("completed")) {
            report.putArray("unsigned_urls").add(contentPath(film.id()));
            ObjectNode usage =
                    report.putObject("usage").put("cost", film.cost()).put("is_byok", false);
            if (!film.model().startsWith(Bench.PREFIX)) {
                usage.put("demo", true);
            }
        }
        return report;
    }

    static void send(Exchange exchange, DemoFilm film) {
        byte[] bytes = film.bytes();
        if (bytes == null || !film.status().equals("completed")) {
            exchange.json(404, Json.error(404, "This film has no content", "not_found"));
        } else {
            exchange.send(200, "video/mp4", bytes);
        }
    }
}
