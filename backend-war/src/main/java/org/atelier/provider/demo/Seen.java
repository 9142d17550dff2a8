package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the paid requests that arrived, so that a test can hold a ledger against them. */
final class Seen {

    private final Map<String, LongAdder> byModel = new ConcurrentHashMap<>();
    private final LongAdder abandoned = new LongAdder();
    private final Set<UUID> filmsOrdered = ConcurrentHashMap.newKeySet();
    private final LongAdder filmsOrderedAgain = new LongAdder();
    private final LongAdder looksAtFilms = new LongAdder();
    private final LongAdder filmsFetched = new LongAdder();
    private final LongAdder keysElsewhere = new LongAdder();
    private final Generations generations = new Generations();

    Generations generations() {
        return generations;
    }

    /** A stream whose reader went away before its end. */
    void abandoned() {
        abandoned.increment();
    }

    /** Two orders that say the same are one that was sent twice, where whoever asks gives each a prompt of its own. */
    void filmOrdered(JsonNode order) {
        if (!filmsOrdered.add(UUID.nameUUIDFromBytes(Json.bytes(order)))) {
            filmsOrderedAgain.increment();
        }
    }

    void filmLookedAt() {
        looksAtFilms.increment();
    }

    void filmFetched() {
        filmsFetched.increment();
    }

    /** A key came to where none belongs. */
    void keyElsewhere() {
        keysElsewhere.increment();
    }

    /** @return how many of that model there are now */
    long count(String model) {
        LongAdder count = byModel.computeIfAbsent(model, unseen -> new LongAdder());
        count.increment();
        return count.sum();
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put(
                "paid_requests",
                byModel.values().stream().mapToLong(LongAdder::sum).sum());
        json.put("abandoned_streams", abandoned.sum());
        json.put("film_orders", filmsOrdered.size() + filmsOrderedAgain.sum());
        json.put("film_orders_again", filmsOrderedAgain.sum());
        json.put("film_polls", looksAtFilms.sum());
        json.put("film_downloads", filmsFetched.sum());
        json.put("keys_elsewhere", keysElsewhere.sum());
        ObjectNode models = json.putObject("by_model");
        byModel.forEach((model, count) -> models.put(model, count.sum()));
        return json;
    }
}
