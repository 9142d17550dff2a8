package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Models whose pictures come in a way that was seen at a real provider, or do not come. */
final class ImageFaults {

    /** What one of them does. */
    interface Fault {
        void answer(Exchange exchange, PictureWish wish, DemoImages studio);
    }

    /** Where pictures lie that an answer only names. */
    static final String SHELF = "/made/";

    private static final String PREFIX = Faults.PREFIX + "image-";
    private static final Map<String, Fault> ALL = new TreeMap<>();

    static {
        add(
                "502",
                (exchange, wish, studio) ->
                        exchange.json(502, Json.error(502, "Upstream failed", "provider_unavailable")));
        add("moderation", (exchange, wish, studio) -> exchange.json(403, FaultStatuses.moderation()));
        add("silence", (exchange, wish, studio) -> {});
        add("reset", (exchange, wish, studio) -> exchange.cut());
        add("empty", (exchange, wish, studio) -> exchange.json(200, DemoImages.answer(List.of())));
        add(
                "no-usage",
                (exchange, wish, studio) ->
                        studio.drawn(exchange, wish, pictures -> exchange.json(200, DemoImages.answer(pictures))));
        add(
                "no-type",
                (exchange, wish, studio) -> studio.drawn(exchange, wish, pictures -> {
                    ObjectNode answer = DemoImages.answer(pictures);
                    answer.path("data").forEach(one -> ((ObjectNode) one).remove("media_type"));
                    exchange.json(200, answer);
                }));
        add(
                "two-of-four",
                (exchange, wish, studio) -> studio.drawn(exchange, wish, pictures -> {
                    ObjectNode answer = DemoImages.answer(pictures.subList(0, Math.max(1, pictures.size() / 2)));
                    answer.set("usage", studio.usage(wish, Math.max(1, pictures.size() / 2)));
                    exchange.json(200, answer);
                }));
        add(
                "no-picture",
                (exchange, wish, studio) ->
                        exchange.json(200, DemoImages.answer(List.of(Faults.bytes("<html>".repeat(2000))))));
        add("url", addressed("http://127.0.0.1:%d" + SHELF + "picture.png"));
        add("url-elsewhere", addressed("http://localhost:%d" + SHELF + "picture.png"));
        add("url-redirected", addressed("http://127.0.0.1:%d" + SHELF + "moved.png"));
    }

    private ImageFaults() {}

    private static void add(String name, Fault fault) {
        ALL.put(PREFIX + name, fault);
    }

    private static Fault addressed(String address) {
        return (exchange, wish, studio) -> {
            ObjectNode answer = Json.object();
            answer.putArray("data").addObject().put("url", address.formatted(exchange.port()));
            exchange.json(200, answer);
        };
    }

    static Iterable<String> names() {
        return ALL.keySet();
    }

    static boolean has(String model) {
        return ALL.containsKey(model);
    }

    static void answer(Exchange exchange, PictureWish wish, DemoImages studio) {
        ALL.get(wish.model()).answer(exchange, wish, studio);
    }

    /** What lies under the addresses above. */
    static void shelf(Exchange exchange, String path) {
        if (path.endsWith("moved.png")) {
            String elsewhere = "http://localhost:" + exchange.port() + SHELF + "picture.png";
            exchange.send(302, "text/plain", new byte[0], "Location", elsewhere);
        } else {
            exchange.send(200, "image/png", Painter.png("a picture on a shelf", 1, 64, 64, List.of()));
        }
    }
}
