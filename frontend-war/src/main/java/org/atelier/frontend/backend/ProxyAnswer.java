package org.atelier.frontend.backend;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.atelier.frontend.web.Problems;

/** Begins the browser's answer once the backend's has begun, or says that the backend is away. */
final class ProxyAnswer {

    private static final Logger LOG = Logger.getLogger(ProxyAnswer.class.getName());
    private final AsyncContext async;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    ProxyAnswer(AsyncContext async, HttpServletRequest request, HttpServletResponse response) {
        this.async = async;
        this.request = request;
        this.response = response;
    }

    void begin(HttpResponse<Publisher<List<ByteBuffer>>> upstream, Throwable failure) {
        try {
            if (failure != null) {
                away(failure);
            } else {
                relay(upstream);
            }
        } catch (IOException | IllegalStateException browserHasGone) {
            LOG.log(Level.FINE, "The browser went before its answer came", browserHasGone);
            async.complete();
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
        Problems.write(request, response, Problems.BACKEND_AWAY);
        async.complete();
    }
}
