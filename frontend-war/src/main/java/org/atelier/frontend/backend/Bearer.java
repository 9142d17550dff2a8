package org.atelier.frontend.backend;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The access token of a request that passed the door; the proxy reads it here and so needs to know no cookie.
 *
 * @param renewal asks for a successor, which the browser gets with the answer; empty when the session is over
 */
public record Bearer(String token, Supplier<Optional<String>> renewal) {

    private static final String ATTRIBUTE = "atelier.bearer";

    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Bearer> of(HttpServletRequest request) {
        return Optional.ofNullable((Bearer) request.getAttribute(ATTRIBUTE));
    }

    Optional<Bearer> renewed() {
        return renewal.get().map(fresh -> new Bearer(fresh, Optional::empty));
    }

    public static String header(String token) {
        return "Bearer " + token;
    }

    @Override
    public String toString() {
        return "Bearer[masked]";
    }
}
