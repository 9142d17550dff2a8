package org.atelier.provider.demo;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways in which a film's bytes come, or do not. */
final class FilmBodies {

    private static final Pattern MEGABYTES = Pattern.compile("mb-(\\d+)");
    private static final int PIECE = 64 * 1024;
    private static final int BOX_HEAD = 8;

    private FilmBodies() {}

    static void addTo(BiConsumer<String, FilmManners> models) {
        models.accept(
                "wrong-type",
                FilmManners.GOOD.showing(
                        (exchange, film) -> exchange.send(200, "video/mp4", Faults.bytes("<html>".repeat(2000)))));
        models.accept(
                "empty", FilmManners.GOOD.showing((exchange, film) -> exchange.send(200, "video/mp4", new byte[0])));
        models.accept("cut", FilmManners.GOOD.showing((exchange, film) -> {
            exchange.begin("video/mp4", film.size());
            exchange.piece(Arrays.copyOf(film.bytes(), film.size() / 2));
            exchange.after(50, exchange::cut);
        }));
        models.accept("cut-silently", FilmManners.GOOD.showing((exchange, film) -> {
            exchange.begin("video/mp4", -1);
            exchange.piece(Arrays.copyOf(film.bytes(), film.size() / 2));
            exchange.after(50, exchange::cut);
        }));
        models.accept("stalls", FilmManners.GOOD.showing((exchange, film) -> {
            exchange.begin("video/mp4", film.size());
            exchange.piece(Arrays.copyOf(film.bytes(), film.size() / 2));
        }));
        models.accept("slow", FilmManners.GOOD.showing((exchange, film) -> {
            exchange.begin("video/mp4", film.size());
            trickle(exchange, film.bytes(), 0);
        }));
        models.accept("endless", FilmManners.GOOD.showing((exchange, film) -> {
            exchange.begin("video/mp4", -1);
            exchange.piece(film.bytes());
            pour(exchange, Long.MAX_VALUE);
        }));
        models.accept("claims-to-be-huge", FilmManners.GOOD.showing((exchange, film) -> {
            exchange.begin("video/mp4", 1L << 40);
            exchange.piece(film.bytes());
        }));
        models.accept("content-503", FilmManners.GOOD.showing((exchange, film) -> {
            if (film.fetch() == 1) {
                exchange.json(503, Json.error(503, "Not now"), "Retry-After", "1");
            } else {
                FilmManners.send(exchange, film);
            }
        }));
        models.accept("needs-key", FilmManners.GOOD.showing((exchange, film) -> {
            if (exchange.authorization().isEmpty()) {
                exchange.json(401, Json.error(401, "Missing authentication header", "authentication"));
            } else {
                FilmManners.send(exchange, film);
            }
        }));
    }

    /** A model for measuring gives a film of so many megabytes, padded with a box that players skip. */
    static FilmManners bench(String model) {
        Matcher size = MEGABYTES.matcher(model);
        if (!size.find()) {
            return FilmManners.GOOD;
        }
        int padding = Integer.parseInt(size.group(1)) << 20;
        return FilmManners.GOOD.showing((exchange, film) -> {
            exchange.begin("video/mp4", film.size() + (long) padding);
            exchange.piece(film.bytes());
            byte[] head = ByteBuffer.allocate(BOX_HEAD)
                    .putInt(padding)
                    .put(Faults.bytes("free"))
                    .array();
            exchange.piece(head);
            pour(exchange, padding - BOX_HEAD);
        });
    }

    /** Zeros as fast as they are read. */
    private static void pour(Exchange exchange, long left) {
        long rest = left;
        while (rest > 0 && exchange.isReading()) {
            int piece = (int) Math.min(PIECE, rest);
            exchange.piece(new byte[piece]);
            rest -= piece;
        }
        long after = rest;
        if (after == 0) {
            exchange.end();
        } else if (!exchange.isGone()) {
            exchange.after(1, () -> pour(exchange, after));
        }
    }

    private static void trickle(Exchange exchange, byte[] film, int from) {
        if (from < film.length && !exchange.isGone()) {
            exchange.piece(Arrays.copyOfRange(film, from, Math.min(film.length, from + 16)));
            exchange.after(50, () -> trickle(exchange, film, from + 16));
        }
    }
}
