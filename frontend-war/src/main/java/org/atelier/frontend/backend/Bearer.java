package org.atelier.frontend.backend;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The access token of a request that passed the door; the proxy reads it here and so needs to know no cookie. */
public record Bearer(String token) {

    private static final String ATTRIBUTE = "atelier.bearer";

    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Bearer> of(HttpServletRequest request) {
        return Optional.ofNullable((Bearer) request.getAttribute(ATTRIBUTE));
    }

    public String header() {
        return "Bearer " + token;
    }

    @Override
    public String toString() {
        return "Bearer[masked]";
    }
}
