package org.atelier.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.atelier.chat.Keeping;
import org.atelier.provider.ChatCall;
import org.atelier.provider.ChatEvent;
import org.atelier.provider.ProviderFailure;
import org.atelier.web.Json;

/**
 * Answers a waiting request with a whole completion. A call that came with a key goes on when its requester leaves, since the answer is kept;
 * any other ends upstream.
 */
final class WholeReply implements Consumer<ChatEvent>, AsyncListener {
    /** What a connection takes without waiting for its reader. */
    private static final int SMALL_BYTES = 32 * 1024;

    private final UUID id;
    private final AsyncContext context;
    private final Keeping keeping;
    private final Executor patient;
    private volatile ObjectNode words;
    private volatile String model;
    private ChatCall call;
    private boolean gone;

    /** @param patient where a long answer waits for its reader; the thread that brings it serves others too */
    WholeReply(UUID id, AsyncContext context, Keeping keeping, Executor patient) {
        this.id = id;
        this.context = context;
        this.keeping = keeping;
        this.patient = patient;
        context.addListener(this);
    }

    void producedBy(ChatCall provider) {
        synchronized (this) {
            call = provider;
        }
        if (isGone() && !keeping.isSomewhere()) {
            provider.cancel();
        }
    }

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.Started started) {
            model = started.model();
        } else if (event instanceof ChatEvent.Verbatim piece) {
            words = piece.json().put("model", model);
        } else if (event instanceof ChatEvent.Ended) {
            var body = Json.bytes(Answered.whole(words, id, Instant.now()));
            Executor thread = body.length <= SMALL_BYTES ? Runnable::run : patient;
            keeping.answered(body).thenRun(() -> thread.execute(() -> reply(response -> write(response, body))));
        } else if (event instanceof ChatEvent.Failed failed) {
            keeping.failed(failed.failure()).thenRun(() -> reply(response -> refuse(response, failed.failure())));
        }
    }

    private static void refuse(HttpServletResponse response, ProviderFailure failure) throws IOException {
        response.getOutputStream().write(Failure.prepare(response, failure));
    }

    static void write(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private interface Answer {
        void write(HttpServletResponse response) throws IOException;
    }

    private void reply(Answer answer) {
        if (isGone()) {
            return;
        }
        try {
            answer.write((HttpServletResponse) context.getResponse());
        } catch (IOException left) {
            // Nobody is left to tell.
        } finally {
            context.complete();
        }
    }

    private synchronized boolean isGone() {
        return gone;
    }

    private void leave() {
        ChatCall running;
        synchronized (this) {
            gone = true;
            running = call;
        }
        if (running != null && !keeping.isSomewhere()) {
            // Without effect when it has ended already.
            running.cancel();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        leave();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        leave();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        leave();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
