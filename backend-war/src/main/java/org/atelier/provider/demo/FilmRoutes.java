package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who answers which path about films. */
final class FilmRoutes {

    private static final String VIDEOS = DemoProvider.BASE_PATH + "/videos";
    private static final Pattern FILM = Pattern.compile(VIDEOS + "/(film-[0-9a-f-]+|gone)(/content)?");
    private static final Pattern SHELF = Pattern.compile(DemoFilms.SHELF + "(film-[0-9a-f-]+)");

    private final DemoCatalogue catalogue;
    private final DemoFilms films;
    private final Seen seen;

    FilmRoutes(DemoCatalogue catalogue, DemoFilms films, Seen seen) {
        this.catalogue = catalogue;
        this.films = films;
        this.seen = seen;
    }

    /** @return whether it was about films */
    boolean answers(Exchange exchange, FullHttpRequest request, String path) {
        Matcher film = FILM.matcher(path);
        Matcher shelf = SHELF.matcher(path);
        if (request.method().equals(HttpMethod.POST) && path.equals(VIDEOS)) {
            order(exchange, request);
        } else if (request.method().equals(HttpMethod.GET) && film.matches()) {
            get(exchange, film.group(1), film.group(2) != null);
        } else if (request.method().equals(HttpMethod.DELETE) && film.matches()) {
            films.giveUp(exchange, film.group(1));
        } else if (request.method().equals(HttpMethod.GET) && shelf.matches()) {
            shelf(exchange, request, shelf.group(1));
        } else {
            return false;
        }
        return true;
    }

    private void order(Exchange exchange, FullHttpRequest request) {
        if (request.headers().get(HttpHeaderNames.CONTENT_TYPE, "").startsWith("multipart/form-data")) {
            order(exchange, FilmFormReader.json(request));
        } else {
            DemoRoutes.read(exchange, request, json -> order(exchange, json));
        }
    }

    private void order(Exchange exchange, JsonNode json) {
        String model = json.path("model").asText();
        long number = seen.count(model);
        if (catalogue.hasTestModels()) {
            seen.filmOrdered(json);
        }
        if (catalogue.hasTestModels() && Faults.has(model)) {
            Faults.answer(exchange, ChatQuestion.of(json), number);
        } else {
            films.order(exchange, json);
        }
    }

    private void get(Exchange exchange, String id, boolean content) {
        if (content) {
            seen.filmFetched();
            films.show(exchange, id);
        } else {
            seen.filmLookedAt();
            films.tell(exchange, id);
        }
    }

    private void shelf(Exchange exchange, FullHttpRequest request, String id) {
        boolean elsewhere = request.headers().get(HttpHeaderNames.HOST, "").startsWith("localhost");
        if (elsewhere && !exchange.authorization().isEmpty()) {
            seen.keyElsewhere();
        }
        films.shelf(exchange, id);
    }
}
