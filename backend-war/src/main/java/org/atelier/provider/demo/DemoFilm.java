package org.atelier.provider.demo;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One film that was ordered: how far it is, by the clock and by the work on it. */
final class DemoFilm {

    private final String id = "film-" + UUID.randomUUID();
    private final long ordered = System.nanoTime();
    private final String model;
    private final BigDecimal cost;
    private final long queuedMillis;
    private final long workMillis;
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile byte[] bytes;
    private volatile String end = "";

    /** @param queuedMillis how long it waits before the work on it is said to begin */
    DemoFilm(String model, BigDecimal cost, long queuedMillis, long workMillis) {
        this.model = model;
        this.cost = cost;
        this.queuedMillis = queuedMillis;
        this.workMillis = workMillis;
    }

    String id() {
        return id;
    }

    String model() {
        return model;
    }

    BigDecimal cost() {
        return cost;
    }

    /** In the words of the real one. */
    String status() {
        if (!end.isEmpty()) {
            return end;
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ordered);
        if (millis < queuedMillis) {
            return "pending";
        }
        return millis < queuedMillis + workMillis || bytes == null ? "in_progress" : "completed";
    }

    void made(byte[] film) {
        bytes = film;
    }

    /** @param word a state that nothing changes any more */
    void ends(String word) {
        end = word;
        bytes = null;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        byte[] film = bytes;
        return film == null ? 0 : film.length;
    }

    /** @return how often it was asked after, this time included */
    int look() {
        return looks.incrementAndGet();
    }

    int fetch() {
        return fetches.incrementAndGet();
    }
}
