package org.atelier.provider.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A model for tests that streams back what it was asked, a few characters at a time: so tests decide what a model says. */
final class Echo {

    static final String MODEL = Bench.PREFIX + "echo";
    private static final int PIECE = 3;
    private static final int MOST_PIECES = 400;

    private Echo() {}

    static void answer(Exchange exchange, ChatQuestion question) {
        ChatJson json = new ChatJson(question.model());
        List<byte[]> events = new ArrayList<>();
        List<String> pieces = pieces(question.prompt());
        pieces.forEach(piece -> events.add(bytes(ChatJson.event(json.delta("content", piece)))));
        events.add(bytes(ChatJson.event(json.finish("stop"))));
        events.add(bytes(ChatJson.event(
                json.usageChunk(ChatJson.usage(question.promptTokens(), pieces.size(), BigDecimal.ZERO)))));
        events.add(ChatJson.DONE);
        PacedEvents.send(exchange, json.id(), events.iterator(), () -> 1);
    }

    /** Long texts come in larger pieces, never torn inside a character. */
    private static List<String> pieces(String text) {
        int[] characters = text.codePoints().toArray();
        int size = Math.max(PIECE, characters.length / MOST_PIECES);
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < characters.length; from += size) {
            pieces.add(new String(characters, from, Math.min(size, characters.length - from)));
        }
        return pieces;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
