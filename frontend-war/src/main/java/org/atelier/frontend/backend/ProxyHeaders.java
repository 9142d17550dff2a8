package org.atelier.frontend.backend;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.List;

/** Which headers cross the proxy. Both directions are lists of what may pass: cookies and hop-by-hop headers never do. */
final class ProxyHeaders {

    private static final List<String> UP = List.of(
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "If-Range",
            "Last-Event-ID",
            "Prefer",
            "Range");

    private static final List<String> DOWN = List.of(
            "Accept-Ranges",
            "Cache-Control",
            "Content-Disposition",
            "Content-Language",
            "Content-Range",
            // A picture that is opened alone gets the backend's, which is stricter than a page's.
            "Content-Security-Policy",
            "Content-Type",
            "ETag",
            "Idempotent-Replayed",
            "Last-Modified",
            "Retry-After",
            "Vary");

    private ProxyHeaders() {}

    static void up(HttpServletRequest from, HttpRequest.Builder to) {
        for (String name : UP) {
            String value = from.getHeader(name);
            if (value != null) {
                to.setHeader(name, value);
            }
        }
    }

    static void down(HttpHeaders from, HttpServletResponse to) {
        for (String name : DOWN) {
            from.firstValue(name).ifPresent(value -> to.setHeader(name, value));
        }
        from.firstValueAsLong("Content-Length").ifPresent(to::setContentLengthLong);
        from.firstValue("Location")
                .filter(path -> path.startsWith("/api/"))
                .ifPresent(path -> to.setHeader("Location", "/bff" + path.substring("/api".length())));
    }
}
