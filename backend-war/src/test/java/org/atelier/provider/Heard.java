package org.atelier.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A listener for tests: keeps what it hears, and lets a test wait for the first piece and for the end. */
final class Heard implements Consumer<ChatEvent> {

    private static final int PATIENCE_SECONDS = 30;

    private final List<ChatEvent> events = new ArrayList<>();
    private final CompletableFuture<Void> firstPiece = new CompletableFuture<>();
    private final CompletableFuture<ChatEvent> end = new CompletableFuture<>();

    @Override
    public synchronized void accept(ChatEvent event) {
        events.add(event);
        if (event instanceof ChatEvent.Text) {
            firstPiece.complete(null);
        }
        if (event instanceof ChatEvent.Ended || event instanceof ChatEvent.Failed) {
            end.complete(event);
        }
    }

    void awaitFirstPiece() throws Exception {
        firstPiece.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    ChatEvent awaitEnd() throws Exception {
        return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    ProviderFailure awaitFailure() throws Exception {
        if (awaitEnd() instanceof ChatEvent.Failed failed) {
            return failed.failure();
        }
        throw new AssertionError("It did not fail: " + events());
    }

    synchronized List<ChatEvent> events() {
        return List.copyOf(events);
    }

    String text() {
        return events().stream()
                .filter(ChatEvent.Text.class::isInstance)
                .map(event -> ((ChatEvent.Text) event).text())
                .collect(Collectors.joining());
    }

    String reasoning() {
        return events().stream()
                .filter(ChatEvent.Reasoning.class::isInstance)
                .map(event -> ((ChatEvent.Reasoning) event).text())
                .collect(Collectors.joining());
    }

    /** How many of its events were last words: one, or something is wrong. */
    long ends() {
        return events().stream()
                .filter(event -> event instanceof ChatEvent.Ended || event instanceof ChatEvent.Failed)
                .count();
    }
}
