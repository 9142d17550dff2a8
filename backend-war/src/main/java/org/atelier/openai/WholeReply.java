package org.atelier.openai;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.atelier.chat.Keeping;
import org.atelier.provider.ChatCall;
import org.atelier.provider.ChatEvent;
import org.atelier.provider.ProviderFailure;
import org.atelier.web.Json;
import org.atelier.web.Sender;

/**
 * Answers a waiting request with a whole completion. A call that came with a key goes on when its requester leaves, since the answer is kept;
 * any other ends upstream.
 */
final class WholeReply implements Consumer<ChatEvent>, AsyncListener {
    private final UUID id;
    private final AsyncContext context;
    private final Keeping keeping;
    private volatile ChatEvent.Words words;
    private volatile String model;
    private ChatCall call;
    private boolean gone;

    WholeReply(UUID id, AsyncContext context, Keeping keeping) {
        this.id = id;
        this.context = context;
        this.keeping = keeping;
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
            words = piece.whole();
        } else if (event instanceof ChatEvent.Ended) {
            var body = Spliced.whole(words, id).orElseGet(this::rebuilt);
            keeping.answered(body).thenRun(() -> reply(() -> Sender.sendJson(context, body)));
        } else if (event instanceof ChatEvent.Failed failed) {
            keeping.failed(failed.failure()).thenRun(() -> reply(() -> refuse(failed.failure())));
        }
    }

    private byte[] rebuilt() {
        return Json.bytes(Answered.whole(words.json().put("model", model), id, Instant.now()));
    }

    private void refuse(ProviderFailure failure) {
        Sender.send(context, Failure.prepare((HttpServletResponse) context.getResponse(), failure));
    }

    private void reply(Runnable answer) {
        if (!isGone()) {
            answer.run();
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
