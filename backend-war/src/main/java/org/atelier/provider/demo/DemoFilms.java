package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes orders for films, makes one after the other in about the time that a real model takes, and gives them out. */
final class DemoFilms implements AutoCloseable {

    /** Where films lie that an answer only names. */
    static final String SHELF = "/films/";

    private static final int REMEMBERED = 20_000;
    private static final long MOST_BYTES = 48L << 20;
    private static final int QUEUED_MILLIS = 2500;
    private static final int WORK_MILLIS = 6000;
    private static final int WORK_MILLIS_A_SECOND = 900;
    private static final Pattern DELAY = Pattern.compile("delay-(\\d+)");

    private final ExecutorService studio =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("demo-film", true));
    private final DemoCatalogue catalogue;
    private final Deque<DemoFilm> kept = new ArrayDeque<>();
    private final Map<String, DemoFilm> films = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DemoFilm> eldest) {
            return size() > REMEMBERED;
        }
    };

    DemoFilms(DemoCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void order(Exchange exchange, JsonNode json) {
        String model = json.path("model").asText();
        Optional<JsonNode> declared = catalogue.film(model);
        if (declared.isEmpty()) {
            exchange.json(404, Json.error(404, "No model of this name makes films here", "not_found"));
            return;
        }
        Optional<String> broken = FilmRules.broken(json, declared.get());
        if (broken.isPresent()) {
            exchange.json(400, Json.error(400, broken.get(), "invalid_request"));
            return;
        }
        FilmWish wish = FilmWish.of(json, declared.get());
        DemoFilm film = film(wish);
        synchronized (films) {
            films.put(film.id(), film);
        }
        studio.execute(() -> make(film, wish));
        manners(film).accept().answer(exchange, film);
    }

    private DemoFilm film(FilmWish wish) {
        BigDecimal cost =
                catalogue.priceOfSecond(wish.model(), wish.resolution()).multiply(BigDecimal.valueOf(wish.seconds()));
        Matcher given = DELAY.matcher(wish.model());
        if (given.find()) {
            long delay = Long.parseLong(given.group(1));
            return new DemoFilm(wish.model(), cost, delay / 3, delay - delay / 3);
        }
        if (wish.model().startsWith(Faults.PREFIX)) {
            return new DemoFilm(wish.model(), cost, 0, 0);
        }
        long work = WORK_MILLIS
                + WORK_MILLIS_A_SECOND * wish.seconds()
                + ThreadLocalRandom.current().nextInt(2000);
        return new DemoFilm(wish.model(), cost, QUEUED_MILLIS, work);
    }

    private void make(DemoFilm film, FilmWish wish) {
        if (film.status().equals("cancelled")) {
            return;
        }
        try {
            film.made(FilmPainter.mp4(wish));
            keep(film);
        } catch (IOException | RuntimeException broken) {
            film.ends("failed");
        }
    }

    /** The oldest ones go when there is too much. */
    private void keep(DemoFilm film) {
        kept.add(film);
        long bytes = kept.stream().mapToLong(DemoFilm::size).sum();
        while (bytes > MOST_BYTES && kept.size() > 1) {
            DemoFilm oldest = kept.remove();
            bytes -= oldest.size();
            oldest.ends("expired");
        }
    }

    void tell(Exchange exchange, String id) {
        with(exchange, id, film -> manners(film).tell());
    }

    void show(Exchange exchange, String id) {
        with(exchange, id, film -> manners(film).show());
    }

    /** At an address that may need no key; at another origin none must come. */
    void shelf(Exchange exchange, String id) {
        with(exchange, id, film -> FilmManners::send);
    }

    void giveUp(Exchange exchange, String id) {
        with(exchange, id, film -> (answering, given) -> {
            given.ends("cancelled");
            answering.json(200, Json.object().put("id", id).put("deleted", true));
        });
    }

    private void with(Exchange exchange, String id, Function<DemoFilm, FilmManners.Act> act) {
        DemoFilm film;
        synchronized (films) {
            film = films.get(id);
        }
        if (film == null) {
            exchange.json(404, Json.error(404, "No film " + id + " is known", "not_found"));
        } else {
            act.apply(film).answer(exchange, film);
        }
    }

    private FilmManners manners(DemoFilm film) {
        return catalogue.hasTestModels() ? FilmFaults.manners(film.model()) : FilmManners.GOOD;
    }

    @Override
    public void close() {
        studio.shutdownNow();
    }
}
