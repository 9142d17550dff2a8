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
import java.util.concurrent.Executor;
import org.atelier.catalogue.ProviderProblems;
import org.atelier.provider.ChatAnswer;
import org.atelier.provider.ProviderFailure;
import org.atelier.usage.Route;
import org.atelier.web.Problem;
import org.atelier.web.Problems;

/**
 * Answers a waiting request with a whole answer, or ends the call when the server says that the requester has left, which Payara's does
 * not before something is written. A call that came with a key goes on: its answer is kept, and the requester can fetch it.
 */
final class OneShotReply implements AsyncListener {
    /** What a connection takes without waiting for its reader. */
    private static final int SMALL_BYTES = 32 * 1024;

    private final UUID id;
    private final Route route;
    private final AsyncContext context;
    private final String requestId;
    private final Keeping keeping;
    private final Executor patient;
    private CompletableFuture<ChatAnswer> call;
    private volatile boolean gone;

    /** @param patient where a long answer waits for its reader; the thread that brings it serves others too */
    OneShotReply(UUID id, Route route, AsyncContext context, String requestId, Keeping keeping, Executor patient) {
        this.id = id;
        this.route = route;
        this.context = context;
        this.requestId = requestId;
        this.keeping = keeping;
        this.patient = patient;
    }

    void answeredBy(CompletableFuture<ChatAnswer> coming) {
        call = coming;
        context.addListener(this);
        coming.whenComplete((answer, failure) -> {
            if (failure == null) {
                var body = json(answer);
                keeping.answered(body)
                        .thenRun(() -> replyOn(body.length <= SMALL_BYTES ? Runnable::run : patient, body));
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

    static void write(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void replyOn(Executor thread, byte[] body) {
        thread.execute(() -> reply(body));
    }

    private void reply(byte[] body) {
        if (gone) {
            return;
        }
        try {
            write((HttpServletResponse) context.getResponse(), body);
        } catch (IOException gone) {
            // Nobody is left to tell.
        } finally {
            context.complete();
        }
    }

    private void refuse(Throwable failure) {
        if (gone) {
            return;
        }
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
