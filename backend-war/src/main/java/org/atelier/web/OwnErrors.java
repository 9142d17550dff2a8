package org.atelier.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * A problem in the place of each error page of the server: what Jersey refuses before a resource is found (a header that cannot be read), and a
 * method that a servlet does not have.
 */
public final class OwnErrors extends HttpServletResponseWrapper {
    private final HttpServletRequest request;

    public OwnErrors(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    /** @param status as the server chose it; a method that servlets as such do not know is 501 to it */
    @Override
    public void sendError(int status) throws IOException {
        Problems.write(request, this, Problems.of(status));
    }

    /** @param message of the server's own, for its page */
    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
