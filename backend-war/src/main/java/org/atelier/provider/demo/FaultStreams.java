package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.atelier.provider.demo.Faults.Fault;

/** Faults and oddities of an answer that has begun to come. */
final class FaultStreams {

    /** One to four bytes a character. */
    private static final String WIDE_TEXT = "Grüße, 雲雀 🐦!";

    private static final int HEARTBEATS = 25;
    private static final int HEARTBEAT_MILLIS = 100;

    /** Writes the events of one kind of stream; the frame around them is always the same. */
    private interface Script {
        void play(Exchange exchange, ChatJson json);
    }

    private FaultStreams() {}

    static void addTo(Map<String, Fault> all) {
        addFramings(all);
        addEndings(all);
        addErrors(all);
        addContents(all);
        all.put(Faults.PREFIX + "good", (exchange, question, number) -> Faults.goodAnswer(exchange, question));
    }

    private static void addFramings(Map<String, Fault> all) {
        add(all, "split-utf8", (exchange, json) -> {
            String all8 = ChatJson.event(json.delta("content", WIDE_TEXT)) + ChatJson.event(json.finish("stop"));
            for (byte one : Faults.bytes(all8)) {
                exchange.piece(new byte[] {one});
            }
            end(exchange);
        });
        add(all, "half-characters", (exchange, json) -> {
            halves(exchange, json, "reasoning", "Hm \\ud83d", "\\ude00.");
            halves(exchange, json, "content", "A \\ud83d", "\\udc26 \\ude00 and \\ud83d");
            exchange.piece(ChatJson.event(json.finish("length")));
            end(exchange);
        });
        add(all, "crlf", (exchange, json) -> {
            exchange.piece((ChatJson.event(json.delta("content", "A lark.")) + ChatJson.event(json.finish("stop")))
                    .replace("\n", "\r\n"));
            end(exchange);
        });
        add(all, "comments", (exchange, json) -> {
            exchange.piece(": OPENROUTER PROCESSING\n\n: again\nevent: ping\ndata: {\"ignored\":true}\n\n");
            words(exchange, json);
            exchange.piece(":\n\n" + ChatJson.event(json.finish("stop")));
            end(exchange);
        });
    }

    private static void addEndings(Map<String, Fault> all) {
        add(all, "usage-on-finish", (exchange, json) -> {
            words(exchange, json);
            ObjectNode finish = json.chunk(Json.object().put("content", " last"), "stop");
            finish.set("usage", Faults.usage());
            exchange.piece(ChatJson.event(finish));
            end(exchange);
        });
        add(all, "no-usage", (exchange, json) -> {
            words(exchange, json);
            exchange.piece(ChatJson.event(json.finish("stop")));
            end(exchange);
        });
        add(all, "no-done", (exchange, json) -> {
            words(exchange, json);
            exchange.piece(ChatJson.event(json.finish("length")));
            exchange.piece(ChatJson.event(json.usageChunk(Faults.usage())));
            exchange.end();
        });
        add(all, "no-finish", (exchange, json) -> {
            words(exchange, json);
            exchange.end();
        });
    }

    private static void addErrors(Map<String, Fault> all) {
        add(all, "midstream-error", (exchange, json) -> {
            words(exchange, json);
            ObjectNode chunk = json.chunk(Json.object().put("content", ""), "error");
            chunk.set(
                    "error",
                    Json.error(502, "Upstream went away", "provider_unavailable")
                            .get("error"));
            exchange.piece(ChatJson.event(chunk));
            exchange.end();
        });
        add(all, "midstream-error-word", (exchange, json) -> {
            words(exchange, json);
            exchange.piece("event: error\ndata: {\"error\":{\"message\":\"broken\",\"code\":\"server_error\"}}\n\n");
            end(exchange);
        });
        add(all, "error-first", (exchange, json) -> {
            exchange.piece("data: {\"error\":{\"message\":\"No room\",\"code\":502}}\n\n");
            end(exchange);
        });
        add(all, "cut", (exchange, json) -> {
            words(exchange, json);
            exchange.after(20, exchange::cut);
        });
        add(all, "stall", FaultStreams::words);
        add(all, "bad-event", (exchange, json) -> {
            words(exchange, json);
            exchange.piece("data: {\"choices\":[{\n\n");
            end(exchange);
        });
    }

    private static void addContents(Map<String, Fault> all) {
        add(all, "heartbeats", (exchange, json) -> heartbeat(exchange, json, HEARTBEATS));
        add(all, "sparse", (exchange, json) -> {
            exchange.piece(
                    "data: {}\n\ndata: {\"choices\":null}\n\ndata: {\"choices\":[{\"delta\":null}],\"usage\":null}\n\n");
            exchange.piece("data: {\"choices\":[{\"delta\":{\"content\":null,\"reasoning\":\"Hm.\"}}]}\n\n");
            exchange.piece("data: {\"choices\":[{\"delta\":{\"content\":\"null\"},\"finish_reason\":\"eos\"}]}\n\n");
            end(exchange);
        });
        add(all, "picture", (exchange, json) -> {
            exchange.piece(
                    "data: {\"choices\":[{\"delta\":{\"images\":[{\"image_url\":{\"url\":\"data:image/png;base64,iVBORw0KGgo=\"}}]},\"finish_reason\":\"stop\"}]}\n\n");
            end(exchange);
        });
        all.put(Faults.PREFIX + "whole-though-streamed", (exchange, question, number) -> {
            ChatJson json = new ChatJson(question.model());
            exchange.json(200, json.whole("Hm.", "A lark.", "stop", Faults.usage()));
        });
    }

    /** Asked for a whole answer, these models behave. */
    private static void add(Map<String, Fault> all, String name, Script script) {
        all.put(Faults.PREFIX + name, (exchange, question, number) -> {
            if (!question.stream()) {
                Faults.goodAnswer(exchange, question);
                return;
            }
            ChatJson json = new ChatJson(question.model());
            exchange.beginEvents(json.id());
            script.play(exchange, json);
        });
    }

    private static void words(Exchange exchange, ChatJson json) {
        List.of("A", " lark").forEach(word -> exchange.piece(ChatJson.event(json.delta("content", word))));
    }

    /** @param pieces in JSON's escapes, which alone can say half a character */
    private static void halves(Exchange exchange, ChatJson json, String field, String... pieces) {
        for (String piece : pieces) {
            exchange.piece(ChatJson.event(json.delta(field, "PIECE")).replace("PIECE", piece));
        }
    }

    private static void heartbeat(Exchange exchange, ChatJson json, int left) {
        if (left == 0) {
            words(exchange, json);
            exchange.piece(ChatJson.event(json.finish("stop")));
            end(exchange);
        } else if (!exchange.isGone()) {
            exchange.piece(": still working\n\n");
            exchange.after(HEARTBEAT_MILLIS, () -> heartbeat(exchange, json, left - 1));
        }
    }

    private static void end(Exchange exchange) {
        exchange.piece(ChatJson.DONE);
        exchange.end();
    }
}
