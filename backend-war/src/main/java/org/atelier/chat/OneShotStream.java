package org.atelier.chat;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.atelier.catalogue.ProviderProblems;
import org.atelier.events.EventLog;
import org.atelier.events.Streams;
import org.atelier.provider.ChatCall;
import org.atelier.provider.ChatEvent;
import org.atelier.provider.ProviderFailure;
import org.atelier.provider.ToolCalls;
import org.atelier.provider.Usage;
import org.atelier.usage.Route;
import org.atelier.web.ProblemBody;
import org.atelier.web.Problems;

/**
 * Passes a streamed answer on as it comes. Until the first piece the answer's status is open, so a provider that refuses at once is told
 * as an ordinary problem, afterwards as an {@code error} event.
 */
final class OneShotStream implements Consumer<ChatEvent> {
    /** For a reader that does not keep up; far beyond what any model writes. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private final UUID id;
    private final Route route;
    private final HttpServletResponse response;
    private final String requestId;
    private final EventLog log;
    private final Keeping keeping;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final ToolCalls toolCalls = new ToolCalls();
    private Optional<Usage> usage = Optional.empty();
    private String model = "";
    private boolean begun;
    private Optional<ChatCall> call = Optional.empty();
    private boolean gone;

    OneShotStream(UUID id, Route route, HttpServletResponse response, String requestId, EventLog log, Keeping keeping) {
        this.id = id;
        this.route = route;
        this.response = response;
        this.requestId = requestId;
        this.log = log;
        this.keeping = keeping;
    }

    /** The reader has left, or has everything: nothing more needs to be written or paid. */
    void listenerGone() {
        cancel(null);
    }

    void producedBy(ChatCall provider) {
        cancel(provider);
    }

    /** Whichever of the two comes second ends the call: the call itself, or the news that nobody listens. */
    private void cancel(ChatCall provider) {
        Optional<ChatCall> useless;
        synchronized (this) {
            if (provider == null) {
                gone = true;
            } else {
                call = Optional.of(provider);
            }
            useless = gone ? call : Optional.empty();
        }
        useless.ifPresent(ChatCall::cancel);
    }

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.Text piece) {
            pass("delta", piece.text(), text);
        } else if (event instanceof ChatEvent.Reasoning piece) {
            pass("reasoning", piece.text(), reasoning);
        } else if (event instanceof ChatEvent.ToolCallPiece piece) {
            toolCalls.add(piece);
            send("tool_call", EventJson.of(piece));
            limit();
        } else if (event instanceof ChatEvent.Started started) {
            model = started.model();
        } else if (event instanceof ChatEvent.UsageReported reported) {
            usage = Optional.of(reported.usage());
        } else if (event instanceof ChatEvent.Ended ended) {
            end(ended);
        } else if (event instanceof ChatEvent.Failed failed) {
            fail(failed.failure());
        }
    }

    private void pass(String event, String piece, StringBuilder whole) {
        if (piece.isEmpty()) {
            return;
        }
        whole.append(piece);
        send(event, EventJson.text(piece));
        limit();
    }

    private void limit() {
        if (text.length() + reasoning.length() + toolCalls.length() > MOST_CHARACTERS) {
            listenerGone();
        }
    }

    private void end(ChatEvent.Ended ended) {
        var thought = Optional.of(reasoning.toString()).filter(some -> !some.isEmpty());
        var answer =
                OneShotAnswer.of(route, id, model, text.toString(), thought, toolCalls.whole(), ended.reason(), usage);
        var json = EventJson.of(answer);
        keeping.answered(json).thenRun(() -> {
            usage.ifPresent(reported -> send("usage", EventJson.of(TokenUsage.of(reported))));
            send("done", json);
            log.close();
        });
    }

    private void send(String event, byte[] json) {
        if (!begun) {
            begun = true;
            Streams.writeHeaders(response);
        }
        log.append(event, json);
    }

    private void fail(ProviderFailure failure) {
        keeping.failed(failure).thenRun(() -> tell(failure));
    }

    private void tell(ProviderFailure failure) {
        var problem = ProviderProblems.of(failure);
        if (begun) {
            send("error", EventJson.of(ProblemBody.of(problem, requestId)));
            log.close();
        } else {
            log.closeWith(Problems.prepare(response, problem, requestId));
        }
    }
}
