package org.atelier.frontend.backend;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.atelier.frontend.web.Problems;

/**
 * One request of a script on its way to the backend and back. An access token that the backend no longer takes is
 * renewed once, so that a restart of the backend or a clock that is wrong signs nobody out.
 */
final class ProxyExchange {

    private static final Logger LOG = Logger.getLogger(ProxyExchange.class.getName());
    private final ProxyCalls calls;
    private final AsyncContext async;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private volatile CompletableFuture<?> running = CompletableFuture.completedFuture(null);

    ProxyExchange(ProxyCalls calls, AsyncContext async) {
        this.calls = calls;
        this.async = async;
        this.request = (HttpServletRequest) async.getRequest();
        this.response = (HttpServletResponse) async.getResponse();
    }

    void start(Bearer bearer) {
        async.addListener(new WhenGone(() -> running.cancel(true)));
        answered(() -> send(bearer, true));
    }

    private void send(Bearer bearer, boolean renewable) throws IOException {
        CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> sending = calls.send(request, bearer);
        running = sending;
        sending.whenComplete((upstream, failure) -> answered(() -> {
            if (failure != null) {
                away(failure);
            } else if (upstream.statusCode() == HttpServletResponse.SC_UNAUTHORIZED && renewable) {
                upstream.body().subscribe(new Discarded());
                calls.later(() -> answered(() -> renewed(bearer)));
            } else {
                relay(upstream);
            }
        }));
    }

    private void renewed(Bearer refused) throws IOException {
        Optional<Bearer> fresh = refused.renewed();
        if (fresh.isEmpty()) {
            end(Problems.SIGNED_OUT);
        } else if (ProxyCalls.hasBody(request)) {
            // The body is gone; the browser holds a new cookie now and may send it again.
            end(Problems.TRY_AGAIN);
        } else {
            send(fresh.get(), false);
        }
    }

    private void relay(HttpResponse<Publisher<List<ByteBuffer>>> upstream) throws IOException {
        response.setStatus(upstream.statusCode());
        ProxyHeaders.down(upstream.headers(), response);
        boolean stream = upstream.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        upstream.body().subscribe(new ResponseRelay(async, response.getOutputStream(), stream));
    }

    private void away(Throwable failure) throws IOException {
        LOG.log(Level.FINE, "The backend did not answer a script", failure);
        end(Problems.BACKEND_AWAY);
    }

    private void end(Problems problem) throws IOException {
        Problems.write(request, response, problem);
        async.complete();
    }

    private interface Step {
        void run() throws IOException;
    }

    private void answered(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException failure) {
            close(failure);
        }
    }

    private void close(Exception failure) {
        LOG.log(Level.FINE, "The answer to a script broke off", failure);
        try {
            if (!response.isCommitted()) {
                Problems.write(
                        request, response, BackendAway.isBehind(failure) ? Problems.BACKEND_AWAY : Problems.FAILED);
            }
            async.complete();
        } catch (IOException | IllegalStateException browserHasGone) {
            LOG.log(Level.FINER, "The browser went before its answer came", browserHasGone);
        }
    }
}
