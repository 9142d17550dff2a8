package org.atelier.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person does with conversations, in an instance that holds many: answers of the backend, one after the other. */
final class History {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\",\"title\"");
    private static final Pattern NEXT = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");
    private static final Pattern ANSWER = Pattern.compile("\"answer_id\":\"([^\"]+)\"");

    private static final int MOST = 200;
    private static final int LEAST = 10;
    private static final long NANOS_A_CASE = 15_000_000_000L;
    private static final int WARM_UP = 100;

    private final Target atelier;
    private final String messages;
    private final List<String> conversations = new ArrayList<>();
    private int turn;

    /** @param messages how many the instance holds, as it is shown */
    History(Target atelier, String messages) {
        this.atelier = atelier;
        this.messages = messages;
    }

    static void heading() {
        Report.heading(
                "Conversations of one person, who has half of the messages of an instance (ms; goal: p95 at most 50)",
                "messages",
                "what",
                "found",
                "requests",
                "p50",
                "p95");
    }

    void measure() throws IOException {
        try (var wire = atelier.open()) {
            collect(wire);
            measure(
                    "open a conversation, newest page",
                    () -> get(wire, "/" + next() + "/messages?branch=active&limit=50"));
            measure("list, first page", () -> get(wire, "?limit=50"));
            search(wire, "a frequent word", HistoryText.FREQUENT);
            search(wire, "a rare word", HistoryText.RARE);
            search(wire, "part of a word with umlauts", HistoryText.UMLAUTS.substring(1));
            search(wire, "two words", HistoryText.FREQUENT + " a");
            search(wire, "a word that is nowhere", HistoryText.NOWHERE);
            search(wire, "one letter", "z");
            measure("send a question", () -> send(wire));
        }
    }

    private void search(Wire wire, String what, String text) throws IOException {
        var query = "?limit=50&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        measure("search, " + what, () -> get(wire, query));
    }

    /** Gives the answer's nanoseconds and how many it found. */
    private interface Request {
        long[] once() throws IOException;
    }

    private void measure(String what, Request request) throws IOException {
        var samples = new Samples();
        long found = 0;
        long begun = System.nanoTime();
        for (int number = -WARM_UP;
                number < MOST && (number < LEAST - WARM_UP || System.nanoTime() - begun < NANOS_A_CASE);
                number++) {
            var result = request.once();
            found = result[1];
            if (number >= 0 || System.nanoTime() - begun > NANOS_A_CASE / 2) {
                samples.add(result[0]);
            }
        }
        Report.row(messages, what, found, samples.size(), samples.millis(0.5), samples.millis(0.95));
    }

    private long[] get(Wire wire, String path) throws IOException {
        var answer = asked(wire, "GET", path, "", 200);
        long found = ID.matcher(answer.text()).results().count();
        return new long[] {answer.total(), found};
    }

    private long[] send(Wire wire) throws IOException {
        var path = "/" + next();
        var answer = asked(wire, "POST", path + "/messages", "{\"content\":\"How deep is the harbour?\"}", 202);
        asked(wire, "GET", path + "/answers/" + first(ANSWER, answer.text()) + "/events", "", 200);
        return new long[] {answer.total(), 0};
    }

    private Wire.Answer asked(Wire wire, String method, String path, String body, int expected) throws IOException {
        var answer = wire.exchange(Wire.request(method, "/api/conversations" + path, atelier.headers(), body));
        if (answer.status() != expected) {
            throw new IllegalStateException(method + " " + path + ": " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    /** Some hundreds of them, so that each is opened for the first time. */
    private void collect(Wire wire) throws IOException {
        for (String from = ""; from != null && conversations.size() < 2 * (MOST + WARM_UP); ) {
            var page = asked(wire, "GET", "?limit=100" + from, "", 200).text();
            ID.matcher(page).results().forEach(found -> conversations.add(found.group(1)));
            var next = NEXT.matcher(page);
            from = next.find() ? "&cursor=" + next.group(1) : null;
        }
    }

    private String next() {
        return conversations.get(turn++ % conversations.size());
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("Not in the answer: " + pattern + " " + text);
        }
        return found.group(1);
    }
}
