package org.atelier.bench;

import java.io.IOException;
import java.util.regex.Pattern;

/** The same question in a conversation that has a history: stored, answered independently of the listener, followed to its end. */
final class Conversations {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern ANSWER = Pattern.compile("\"answer_id\":\"([^\"]+)\"");
    private static final int HISTORY = 10;

    private final Target atelier;
    private final Target upstream;

    Conversations(Target upstream, Target atelier) {
        this.upstream = upstream;
        this.atelier = atelier;
    }

    void measure() throws IOException {
        Report.heading(
                "Through a conversation with " + 2 * HISTORY + " to " + 4 * HISTORY
                        + " earlier messages: question sent to last event (ms)",
                "upstream delay",
                "answers",
                "direct p50",
                "direct p99",
                "through p50",
                "through p99",
                "added p50",
                "added p99");
        latency("bench/delay-0", "0 ms", 300);
        latency("bench/delay-50", "50 ms", 100);
        Report.heading("Through conversations, one each, answers/s", "upstream delay", "conversations", "answers/s");
        for (var callers : new int[] {16, 64}) {
            Report.row("0 ms", callers, rate("bench/delay-0", callers));
        }
    }

    private void latency(String model, String delay, int answers) throws IOException {
        var direct = new Samples();
        var through = new Samples();
        try (var near = upstream.open();
                var far = atelier.open()) {
            var talk = new Talk(far, model);
            for (var number = -HISTORY; number < answers; number++) {
                var first = upstream.ask(near, model, true).total();
                talk.prepare();
                var begin = System.nanoTime();
                talk.turn();
                if (number >= 0) {
                    direct.add(first);
                    through.add(System.nanoTime() - begin);
                }
            }
        }
        Report.row(
                delay,
                answers,
                direct.millis(0.5),
                direct.millis(0.99),
                through.millis(0.5),
                through.millis(0.99),
                through.millis(0.5) - direct.millis(0.5),
                through.millis(0.99) - direct.millis(0.99));
    }

    private double rate(String model, int callers) {
        return Rate.perSecond(callers, 4, 6, () -> {
            var wire = atelier.open();
            var talk = new Talk(wire, model);
            talk.prepare();
            return talk::turn;
        });
    }

    /** A conversation that is left for a new one when it gets long; the new one gets its history first. */
    private final class Talk {
        private final Wire wire;
        private final String model;
        private String path;
        private int turns = 2 * HISTORY;

        Talk(Wire wire, String model) {
            this.wire = wire;
            this.model = model;
        }

        void prepare() throws IOException {
            if (turns >= 2 * HISTORY) {
                path = conversation(wire, model);
                for (turns = 0; turns < HISTORY; ) {
                    turn();
                }
            }
        }

        void turn() throws IOException {
            turns++;
            Conversations.this.turn(wire, path);
        }
    }

    private String conversation(Wire wire, String model) throws IOException {
        var made = wire.exchange(
                Wire.request("POST", "/api/conversations", atelier.headers(), "{\"model\":\"" + model + "\"}"));
        return "/api/conversations/" + first(ID, made, 201);
    }

    private void turn(Wire wire, String path) throws IOException {
        var question = Wire.request(
                "POST", path + "/messages", atelier.headers(), "{\"content\":\"How deep is the harbour?\"}");
        var answer = first(ANSWER, wire.exchange(question), 202);
        var events = wire.exchange(Wire.request("GET", path + "/answers/" + answer + "/events", atelier.headers(), ""));
        if (!events.text().contains("event: done") && !events.text().contains("event:done")) {
            throw new IllegalStateException("An answer without an end: " + events.text());
        }
    }

    private static String first(Pattern pattern, Wire.Answer answer, int expected) {
        var found = pattern.matcher(answer.text());
        if (answer.status() != expected || !found.find()) {
            throw new IllegalStateException(answer.status() + ": " + answer.text());
        }
        return found.group(1);
    }
}
