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

/** One zip on its way through. Whatever hinders its beginning leads back to the gallery, which says so. */
final class Download {

    static final String NOT_BEGUN = "/gallery?problem=download";
    private static final Logger LOG = Logger.getLogger(Download.class.getName());
    private final ProxyCalls calls;
    private final AsyncContext async;
    private final String ids;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private volatile CompletableFuture<?> running = CompletableFuture.completedFuture(null);

    /** @param ids the body of the backend's request */
    Download(ProxyCalls calls, AsyncContext async, String ids) {
        this.calls = calls;
        this.async = async;
        this.ids = ids;
        this.request = (HttpServletRequest) async.getRequest();
        this.response = (HttpServletResponse) async.getResponse();
        async.addListener(new WhenGone(() -> running.cancel(true)));
    }

    void send(Bearer bearer, boolean renewable) {
        var sending = calls.post(request, "/gallery/download", ids, bearer);
        running = sending;
        sending.whenComplete((upstream, failure) -> {
            if (failure != null) {
                LOG.log(Level.FINE, "The backend did not begin a zip", failure);
                giveUp();
            } else if (upstream.statusCode() == HttpServletResponse.SC_UNAUTHORIZED && renewable) {
                upstream.body().subscribe(new Discarded());
                calls.later(() -> renew(bearer));
            } else {
                answer(upstream);
            }
        });
    }

    private void renew(Bearer refused) {
        Optional<Bearer> fresh = refused.renewed();
        fresh.ifPresentOrElse(bearer -> send(bearer, false), this::giveUp);
    }

    private void answer(HttpResponse<Publisher<List<ByteBuffer>>> upstream) {
        try {
            if (upstream.statusCode() != HttpServletResponse.SC_OK) {
                upstream.body().subscribe(new Discarded());
                giveUp();
                return;
            }
            ProxyHeaders.down(upstream.headers(), response);
            upstream.body().subscribe(new ResponseRelay(async, response.getOutputStream(), false));
        } catch (IOException | IllegalStateException browserHasGone) {
            LOG.log(Level.FINER, "The browser went before its zip came", browserHasGone);
            async.complete();
        }
    }

    private void giveUp() {
        try {
            response.sendRedirect(NOT_BEGUN);
        } catch (IOException | IllegalStateException browserHasGone) {
            LOG.log(Level.FINER, "The browser went before it heard of its zip", browserHasGone);
        }
        async.complete();
    }
}
