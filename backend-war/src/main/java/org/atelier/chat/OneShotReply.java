package org.atelier.chat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.atelier.provider.ChatAnswer;
import org.atelier.provider.ProviderFailure;
import org.atelier.usage.Route;
import org.atelier.web.Problem;
import org.atelier.web.Problems;

/** Answers a waiting request with a whole answer, or ends the call when the requester has left. */
final class OneShotReply implements AsyncListener {
    private final UUID id;
    private final Route route;
    private final AsyncContext context;
    private final String requestId;
    private CompletableFuture<ChatAnswer> call;

    OneShotReply(UUID id, Route route, AsyncContext context, String requestId) {
        this.id = id;
        this.route = route;
        this.context = context;
        this.requestId = requestId;
    }

    void answeredBy(CompletableFuture<ChatAnswer> coming) {
        call = coming;
        context.addListener(this);
        coming.whenComplete((answer, failure) -> {
            if (failure == null) {
                reply(answer);
            } else {
                refuse(failure);
            }
        });
    }

    private void reply(ChatAnswer answer) {
        var body = EventJson.of(OneShotAnswer.of(
                route, id, answer.model(), answer.text(), answer.reasoning(), answer.finishReason(), answer.usage()));
        var response = (HttpServletResponse) context.getResponse();
        try {
            response.setContentType("application/json");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            // Nobody is left to tell.
        } finally {
            context.complete();
        }
    }

    private void refuse(Throwable failure) {
        try {
            Problems.write(
                    (HttpServletRequest) context.getRequest(),
                    (HttpServletResponse) context.getResponse(),
                    problem(failure));
        } catch (IOException gone) {
            // Nobody is left to tell.
        } finally {
            context.complete();
        }
    }

    private Problem problem(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ProviderFailure known ? ProviderProblems.of(known) : Problems.from(cause, requestId);
    }

    @Override
    public void onError(AsyncEvent event) {
        call.cancel(true);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        call.cancel(true);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // Without effect when it is complete already.
        call.cancel(true);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
