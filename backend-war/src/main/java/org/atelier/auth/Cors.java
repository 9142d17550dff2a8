package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.atelier.settings.Settings;

/**
 * Which pages of other origins may call the API from a browser: none, unless {@code CORS_ORIGINS} names them. A credential is always a header
 * that the page has to know; nothing here makes a browser send one by itself.
 */
@ApplicationScoped
public class Cors {
    private static final String A_DAY = "86400";

    private final Set<String> origins;

    @Inject
    Cors(Settings settings) {
        this.origins = settings.corsOrigins();
    }

    /** For the container's proxy only. */
    protected Cors() {
        this.origins = Set.of();
    }

    /**
     * Says what a browser needs to hear. @return whether that was all: the question before a request that a browser asks without a credential
     */
    boolean answers(HttpServletRequest request, HttpServletResponse response) {
        if (origins.isEmpty()) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        var origin = request.getHeader("Origin");
        if (origin == null || !origins.contains(origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        var asksBefore =
                request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
        if (!asksBefore) {
            response.setHeader(
                    "Access-Control-Expose-Headers",
                    "X-Request-Id, Retry-After, ETag, Location, Idempotent-Replayed, x-should-retry");
            return false;
        }
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PATCH, DELETE");
        response.setHeader("Access-Control-Allow-Headers", "Authorization, *");
        response.setHeader("Access-Control-Max-Age", A_DAY);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }
}
