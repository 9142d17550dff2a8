package org.atelier.provider.demo;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Models for measuring: {@code bench/delay-50-chunks-50-every-20} waits 50 ms, then sends 50 chunks, one every 20 ms.
 * Without {@code every} all chunks leave together. Their cost is not marked as demo, as if they were a real provider's.
 */
final class Bench {

    static final String PREFIX = "bench/";
    static final List<String> NAMES = List.of(
            "bench/delay-0",
            "bench/delay-50",
            "bench/delay-1500",
            "bench/chunks-50",
            "bench/delay-50-chunks-50",
            "bench/chunks-20000",
            "bench/chunks-50-every-20",
            "bench/chunks-200-every-100",
            "bench/chunks-3000-every-100",
            Echo.MODEL);

    private static final Pattern OPTION = Pattern.compile("(delay|chunks|every)-(\\d+)");
    private static final String WORD = "word ";

    private Bench() {}

    static void answer(Exchange exchange, ChatQuestion question) {
        if (question.model().equals(Echo.MODEL)) {
            Echo.answer(exchange, question);
            return;
        }
        int delay = option(question.model(), "delay", 0);
        Runnable reply = question.stream() ? () -> stream(exchange, question) : () -> whole(exchange, question);
        if (delay == 0) {
            reply.run();
        } else {
            exchange.after(delay, reply);
        }
    }

    private static void whole(Exchange exchange, ChatQuestion question) {
        int words = words(question);
        ChatJson json = new ChatJson(question.model());
        exchange.json(
                200,
                json.whole(
                        null,
                        WORD.repeat(words).strip(),
                        reason(question, words),
                        ChatJson.usage(question.promptTokens(), words, cost(words))),
                "X-Generation-Id",
                json.id());
    }

    private static void stream(Exchange exchange, ChatQuestion question) {
        int chunks = words(question);
        int every = option(question.model(), "every", 0);
        ChatJson json = new ChatJson(question.model());
        List<byte[]> events = new ArrayList<>(chunks + 3);
        byte[] word = bytes(ChatJson.event(json.delta("content", WORD)));
        for (int i = 0; i < chunks; i++) {
            events.add(word);
        }
        events.add(bytes(ChatJson.event(json.finish(reason(question, chunks)))));
        events.add(
                bytes(ChatJson.event(json.usageChunk(ChatJson.usage(question.promptTokens(), chunks, cost(chunks))))));
        events.add(ChatJson.DONE);
        if (every > 0) {
            PacedEvents.send(exchange, json.id(), events.iterator(), () -> every);
            return;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        events.forEach(all::writeBytes);
        exchange.beginEvents(json.id());
        exchange.piece(all.toByteArray());
        exchange.end();
    }

    private static int words(ChatQuestion question) {
        return Math.min(option(question.model(), "chunks", 1), question.maxTokens());
    }

    private static String reason(ChatQuestion question, int words) {
        return words < option(question.model(), "chunks", 1) ? "length" : "stop";
    }

    private static BigDecimal cost(int tokens) {
        return new BigDecimal("0.000002").multiply(BigDecimal.valueOf(tokens));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int option(String model, String name, int otherwise) {
        Matcher options = OPTION.matcher(model);
        while (options.find()) {
            if (options.group(1).equals(name)) {
                return Integer.parseInt(options.group(2));
            }
        }
        return otherwise;
    }
}
