package org.atelier.frontend.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The outermost filter: names the request, hides what the server would show on its own, keeps redirects to a path, logs
 * each request, and once what nobody below could answer.
 */
public class EdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(EdgeFilter.class.getName());
    private static final Set<String> HIDDEN = Set.of("/metrics", "/openapi");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = id(request);
        request.setAttribute(Requests.ID, id);
        if (!Requests.isAsset(request)) {
            response.setHeader("X-Request-Id", id);
        }
        RequestLog log = new RequestLog(request, response);
        try {
            pass(request, response, chain);
        } finally {
            log.filtersAreThrough();
        }
    }

    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (isHidden(Requests.path(request))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            chain.doFilter(request, new PathRedirects(response));
        } catch (IOException | ServletException | RuntimeException failure) {
            answer(request, response, failure);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        LOG.log(
                Level.WARNING,
                failure,
                () -> request.getMethod() + " " + Requests.path(request) + " failed, request " + Requests.id(request));
        if (response.isCommitted()) {
            return;
        }
        if (Requests.fromScript(request)) {
            Problems.write(request, response, Problems.FAILED);
        } else {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static boolean isHidden(String path) {
        return HIDDEN.stream().anyMatch(hidden -> path.equals(hidden) || path.startsWith(hidden + "/"));
    }

    private static String id(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Request-Id"))
                .filter(given -> given.matches("[A-Za-z0-9._-]{8,64}"))
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
