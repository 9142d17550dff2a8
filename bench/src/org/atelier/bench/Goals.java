package org.atelier.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was hoped for, beside what was measured. */
final class Goals {
    private record Goal(String what, String hoped, String measured, boolean reached) {}

    private final List<Goal> goals = new ArrayList<>();
    private final List<Contender> contenders;

    Goals(List<Contender> contenders) {
        this.contenders = contenders;
    }

    private Optional<Contender> named(String name) {
        return contenders.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private Contender atelier() {
        return named("Atelier").orElseThrow();
    }

    void added(Rounds measured) {
        atMost("added to a whole answer of 50 ms, p50 (ms)", 0.5, measured.median(atelier(), 2));
    }

    void firstChunk(Rounds measured) {
        atMost("added to the first chunk, p50 (ms)", 1, measured.median(atelier(), 2));
    }

    void answers(Rounds measured) {
        double rate = measured.median(atelier(), 0);
        atLeast("whole answers a second, 16 connections", 5000, rate);
        named("Portkey")
                .ifPresent(other -> atLeast("the same, beside Portkey's (times)", 5, rate / measured.median(other, 0)));
    }

    void streams(Rounds measured) {
        named("nginx")
                .ifPresent(other -> atLeast(
                        "streams a second, 32 connections, beside nginx's (times)",
                        0.8,
                        measured.median(atelier(), 0) / measured.median(other, 0)));
    }

    void memory(double growth) {
        atMost("memory of the last quarter of the long load, beside the second's (times)", 1.05, growth);
    }

    private void atMost(String what, double hoped, double measured) {
        goals.add(new Goal(what, "≤ " + shown(hoped), shown(measured), measured <= hoped));
    }

    private void atLeast(String what, double hoped, double measured) {
        goals.add(new Goal(what, "≥ " + shown(hoped), shown(measured), measured >= hoped));
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%.2f", number);
    }

    void report() {
        Report.heading("Goals", "what", "hoped for", "measured", "reached");
        goals.forEach(goal -> Report.row(goal.what(), goal.hoped(), goal.measured(), goal.reached() ? "yes" : "no"));
    }
}
