package org.atelier.frontend.backend;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
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

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Optional<Bearer> bearer = Bearer.of(request);
        if (bearer.isEmpty()) {
            Problems.write(request, response, Problems.SIGNED_OUT);
        } else if (!ProxyRoutes.allow(request.getMethod(), path) || !hasCleanQuery(request)) {
            Problems.write(request, response, Problems.NO_SUCH_ROUTE);
        } else {
            AsyncContext async = request.startAsync(request, response);
            async.setTimeout(0);
            new ProxyExchange(calls, async).start(bearer.get());
        }
    }

    /** Browsers encode what an address cannot hold. */
    private static boolean hasCleanQuery(HttpServletRequest request) {
        try {
            return request.getQueryString() == null || URI.create("/?" + request.getQueryString()) != null;
        } catch (IllegalArgumentException notEncoded) {
            return false;
        }
    }
}
