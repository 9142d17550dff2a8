package org.atelier.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Puts the events of a call together to a whole answer. */
final class AnswerCollector implements Consumer<ChatEvent> {

    private final CompletableFuture<ChatAnswer> answer = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final List<String> pictures = new ArrayList<>();
    private final ToolCalls toolCalls = new ToolCalls();
    private ChatEvent.Started started;
    private Optional<Usage> usage = Optional.empty();

    CompletableFuture<ChatAnswer> answer() {
        return answer;
    }

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.Started first) {
            started = first;
        } else if (event instanceof ChatEvent.Text piece) {
            text.append(piece.text());
        } else if (event instanceof ChatEvent.Reasoning piece) {
            reasoning.append(piece.text());
        } else if (event instanceof ChatEvent.Picture picture) {
            pictures.add(picture.url());
        } else if (event instanceof ChatEvent.ToolCallPiece piece) {
            toolCalls.add(piece);
        } else if (event instanceof ChatEvent.UsageReported reported) {
            usage = Optional.of(reported.usage());
        } else if (event instanceof ChatEvent.Ended ended) {
            answer.complete(whole(ended.reason()));
        } else if (event instanceof ChatEvent.Failed failed) {
            answer.completeExceptionally(failed.failure());
        }
    }

    private ChatAnswer whole(FinishReason reason) {
        return new ChatAnswer(
                started.generationId(),
                started.model(),
                text.toString(),
                reasoning.isEmpty() ? Optional.empty() : Optional.of(reasoning.toString()),
                pictures,
                toolCalls.whole(),
                reason,
                usage);
    }
}
