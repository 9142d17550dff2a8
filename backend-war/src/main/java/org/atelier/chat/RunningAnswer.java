package org.atelier.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.atelier.catalogue.ProviderProblems;
import org.atelier.events.EventLog;
import org.atelier.provider.ChatCall;
import org.atelier.provider.ChatEvent;
import org.atelier.provider.FinishReason;
import org.atelier.provider.Usage;
import org.atelier.web.Problem;
import org.atelier.web.ProblemBody;

/**
 * An answer while it is being written: what the provider sends becomes text, numbered events in its log, and news for the person's
 * pages. Its first event is the start, its last the end, which is told only when the end is stored.
 */
final class RunningAnswer implements Consumer<ChatEvent> {
    /** Far beyond any model's longest answer; a provider that never stops must not fill the memory. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private final UUID userId;
    private final MessageRow row;
    private final AnswerNews news;
    private final Consumer<RunningAnswer> whenEnding;
    private final EventLog log = new EventLog(1);
    private final EventSizes sizes = new EventSizes();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final ThinkingTime thinking = new ThinkingTime();
    private final CompletableFuture<Message> ended = new CompletableFuture<>();
    private Optional<String> model = Optional.empty();
    private Optional<Usage> usage = Optional.empty();
    private Optional<ChatCall> call = Optional.empty();
    private Optional<AnswerEnd> end = Optional.empty();
    private Optional<AnswerPiece> unsaved = Optional.empty();
    private boolean saving;
    private boolean storing;
    private boolean told;
    private int pieces;
    private int savedText;
    private int savedReasoning;
    private int savedSizes;

    /** @param whenEnding called once, when the end is known and wants to be stored; must not block */
    RunningAnswer(UUID userId, MessageRow row, AnswerNews news, Consumer<RunningAnswer> whenEnding) {
        this.userId = userId;
        this.row = row;
        this.news = news;
        this.whenEnding = whenEnding;
        sizes.start();
        emit("started", EventJson.of(new Started(row.model())));
    }

    record Started(Optional<String> model) {}

    MessageRow row() {
        return row;
    }

    UUID id() {
        return row.id();
    }

    EventLog log() {
        return log;
    }

    /** @return about how many characters it holds in memory: the text, and its events */
    synchronized int length() {
        return 4 * (text.length() + reasoning.length()) + 1000;
    }

    synchronized Message message() {
        return end.map(how -> Message.ended(row, how))
                .orElseGet(() ->
                        Message.running(row, text.toString(), reasoning.toString(), thinking.millis(), log.last()));
    }

    /** @return the message when its end is stored */
    CompletableFuture<Message> ended() {
        return ended;
    }

    synchronized Optional<AnswerEnd> end() {
        return end;
    }

    /** The call that writes it; if the answer was ended meanwhile, the call is ended too. */
    void producedBy(ChatCall provider) {
        boolean late;
        synchronized (this) {
            call = Optional.of(provider);
            late = end.isPresent();
        }
        if (late) {
            provider.cancel();
        }
    }

    /** Ends it here and upstream; what had come is kept. */
    void endAs(Status status) {
        end(status, Optional.empty(), Optional.empty());
        Optional<ChatCall> provider;
        synchronized (this) {
            provider = call;
        }
        provider.ifPresent(ChatCall::cancel);
    }

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.Text piece) {
            write(fitting(piece.text()), false);
        } else if (event instanceof ChatEvent.Reasoning piece) {
            write(fitting(piece.text()), true);
        } else if (event instanceof ChatEvent.Started started) {
            answeredBy(fitting(started.model()));
        } else if (event instanceof ChatEvent.UsageReported reported) {
            spent(reported.usage());
        } else if (event instanceof ChatEvent.Ended finished) {
            end(Status.COMPLETE, Optional.of(word(finished.reason())), Optional.empty());
        } else if (event instanceof ChatEvent.Failed failed) {
            fail(ProviderProblems.of(failed.failure()));
        }
    }

    /** PostgreSQL refuses the character NUL in any text; the end of an answer must be storable whatever the provider sends. */
    private static String fitting(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private void write(String piece, boolean thought) {
        if (piece.isEmpty()) {
            return;
        }
        synchronized (this) {
            if (end.isPresent()) {
                return;
            }
            (thought ? reasoning : text).append(piece);
            if (thought) {
                thinking.thinks();
                sizes.reasoning(piece.length());
            } else {
                thinking.isOver();
                sizes.text(piece.length());
            }
            emit(thought ? "reasoning" : "delta", EventJson.text(piece));
        }
        if (text.length() + reasoning.length() > MOST_CHARACTERS) {
            endAs(Status.CUT);
        }
    }

    private synchronized void answeredBy(String name) {
        model = Optional.of(name);
    }

    private synchronized void spent(Usage reported) {
        usage = Optional.of(reported);
    }

    void fail(Problem problem) {
        end(Status.FAILED, Optional.of("error"), Optional.of(EventJson.tree(ProblemBody.of(problem, null))));
    }

    private void end(Status status, Optional<String> finishReason, Optional<JsonNode> error) {
        synchronized (this) {
            if (end.isPresent()) {
                return;
            }
            end = Optional.of(new AnswerEnd(
                    row.id(),
                    status,
                    finishReason,
                    text.toString(),
                    reasoning.toString(),
                    thinking.millis(),
                    EventSizes.parse(sizes.toString()),
                    model,
                    usage.map(TokenUsage::of),
                    error,
                    Instant.now()));
        }
        whenEnding.accept(this);
    }

    /** @return what could not be saved before, else what has come since; empty while the last one is still being saved */
    synchronized Optional<AnswerPiece> nextPiece() {
        if (end.isPresent() || saving) {
            return Optional.empty();
        }
        if (unsaved.isEmpty() && sizes.written() != savedSizes) {
            unsaved = Optional.of(cutPiece());
        }
        saving = unsaved.isPresent();
        return unsaved;
    }

    /** What became of the last {@link #nextPiece}. */
    synchronized void pieceSaved(boolean done) {
        saving = false;
        if (done) {
            unsaved = Optional.empty();
        }
    }

    private AnswerPiece cutPiece() {
        var piece = new AnswerPiece(
                row.id(),
                pieces++,
                text.substring(savedText),
                reasoning.substring(savedReasoning),
                sizes.since(savedSizes),
                Instant.now());
        savedText = text.length();
        savedReasoning = reasoning.length();
        savedSizes = sizes.written();
        return piece;
    }

    /** @return whether the caller shall store the end now; nobody else is at it */
    synchronized boolean takeForStoring() {
        boolean take = !storing;
        storing = true;
        return take;
    }

    synchronized void storingFailed() {
        storing = false;
    }

    /** The end is stored: now it may be told. @param patient for who waits for {@link #ended}, and may be slow to listen */
    void tellEnd(Executor patient) {
        Message message;
        synchronized (this) {
            if (told) {
                return;
            }
            told = true;
            var how = end.orElseThrow();
            message = Message.ended(row, how);
            how.usage().ifPresent(tokens -> emit("usage", EventJson.of(tokens)));
            if (how.error().isPresent()) {
                emit("error", EventJson.of(how.error().get()));
            } else {
                emit("done", EventJson.of(message));
            }
            log.close();
        }
        ended.completeAsync(() -> message, patient);
    }

    private void emit(String event, byte[] json) {
        news.tell(userId, row, log.append(event, json), event, json);
    }

    static String word(FinishReason reason) {
        return switch (reason) {
            case LENGTH -> "length";
            case CONTENT_FILTER -> "content_filter";
            case STOP, TOOL_CALLS, OTHER -> "stop";
        };
    }
}
