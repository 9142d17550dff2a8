package org.atelier.frontend.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Redirects carry a path only. The server would complete them from the request's scheme and host, which are wrong
 * behind TLS and must never be taken from a request.
 */
class PathRedirects extends HttpServletResponseWrapper {

    PathRedirects(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (!location.startsWith("/") || location.startsWith("//")) {
            throw new IllegalArgumentException("A redirect carries a path, not " + location);
        }
        resetBuffer();
        setStatus(SC_SEE_OTHER);
        setHeader("Location", location);
        flushBuffer();
    }
}
