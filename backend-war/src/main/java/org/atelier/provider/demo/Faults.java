package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Models that misbehave, each in one way that was seen at a real provider. */
final class Faults {

    /** What one of them does. */
    interface Fault {
        /** @param number how often this model has been asked, this time included */
        void answer(Exchange exchange, ChatQuestion question, long number);
    }

    static final String PREFIX = "fault/";

    private static final Map<String, Fault> ALL = new TreeMap<>();

    static {
        FaultStatuses.addTo(ALL);
        FaultStreams.addTo(ALL);
    }

    private Faults() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    static boolean has(String model) {
        return ALL.containsKey(model);
    }

    static void answer(Exchange exchange, ChatQuestion question, long number) {
        ALL.get(question.model()).answer(exchange, question, number);
    }

    static ObjectNode usage() {
        return ChatJson.usage(7, 3, new BigDecimal("0.000013"));
    }

    /** The answer that a fault gives when it behaves: streamed or whole, as it was asked. */
    static void goodAnswer(Exchange exchange, ChatQuestion question) {
        ChatJson json = new ChatJson(question.model());
        if (!question.stream()) {
            exchange.json(200, json.whole(null, "A small skylark.", "stop", usage()), "X-Generation-Id", json.id());
            return;
        }
        exchange.beginEvents(json.id());
        for (String word : List.of("A", " small", " skylark.")) {
            exchange.piece(ChatJson.event(json.delta("content", word)));
        }
        exchange.piece(ChatJson.event(json.finish("stop")));
        exchange.piece(ChatJson.event(json.usageChunk(usage())));
        exchange.piece(ChatJson.DONE);
        exchange.end();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
