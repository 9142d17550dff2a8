package org.atelier.frontend.backend;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import org.atelier.frontend.web.Problems;

/**
 * {@code /bff/‹path›} is the backend's {@code /api/‹path›} for scripts: what {@link ProxyRoutes} lists, with the token
 * that the door attached. Bodies and streams pass through without being kept and without a thread each.
 */
@WebServlet(urlPatterns = "/bff/*", asyncSupported = true)
public class ProxyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ProxyCalls calls;

    @Inject
    private transient ProxyClient client;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Optional<Bearer> bearer = Bearer.of(request);
        if (bearer.isEmpty()) {
            Problems.write(request, response, Problems.SIGNED_OUT);
        } else if (!ProxyRoutes.allow(request.getMethod(), path)) {
            Problems.write(request, response, Problems.NO_SUCH_ROUTE);
        } else {
            relay(calls.call(request, path, bearer.get()), request, response);
        }
    }

    private void relay(HttpRequest call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        ProxyAnswer answer = new ProxyAnswer(async, request, response);
        CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> sending = client.send(call);
        sending.whenComplete(answer::begin);
        async.addListener(new WhenGone(() -> sending.cancel(true)));
    }
}
