package org.atelier.chat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.atelier.catalogue.ProviderProblems;
import org.atelier.provider.ChatAnswer;
import org.atelier.provider.ProviderFailure;
import org.atelier.usage.Route;
import org.atelier.web.Problem;
import org.atelier.web.Problems;
import org.atelier.web.Sender;

/**
 * Answers a waiting request with a whole answer, or ends the call when the server says that the requester has left, which Payara's does
 * not before something is written. A call that came with a key goes on: its answer is kept, and the requester can fetch it.
 */
final class OneShotReply implements AsyncListener {
    private final UUID id;
    private final Route route;
    private final AsyncContext context;
    private final String requestId;
    private final Keeping keeping;
    private CompletableFuture<ChatAnswer> call;
    private volatile boolean gone;

    OneShotReply(UUID id, Route route, AsyncContext context, String requestId, Keeping keeping) {
        this.id = id;
        this.route = route;
        this.context = context;
        this.requestId = requestId;
        this.keeping = keeping;
    }

    void answeredBy(CompletableFuture<ChatAnswer> coming) {
        call = coming;
        context.addListener(this);
        coming.whenComplete((answer, failure) -> {
            if (failure == null) {
                var body = json(answer);
                keeping.answered(body).thenRun(() -> reply(body));
            } else {
                var cause = cause(failure);
                keeping.failed(cause).thenRun(() -> refuse(cause));
            }
        });
    }

    private byte[] json(ChatAnswer answer) {
        return EventJson.of(OneShotAnswer.of(
                route,
                id,
                answer.model(),
                answer.text(),
                answer.reasoning(),
                answer.toolCalls(),
                answer.finishReason(),
                answer.usage()));
    }

    private void reply(byte[] body) {
        if (!gone) {
            Sender.sendJson(context, body);
        }
    }

    private void refuse(Throwable failure) {
        if (!gone) {
            Sender.send(
                    context,
                    Problems.prepare((HttpServletResponse) context.getResponse(), problem(failure), requestId));
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private Problem problem(Throwable cause) {
        return cause instanceof ProviderFailure known ? ProviderProblems.of(known) : Problems.from(cause, requestId);
    }

    private void leave() {
        gone = true;
        if (!keeping.isSomewhere()) {
            // Without effect when it is complete already.
            call.cancel(true);
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
