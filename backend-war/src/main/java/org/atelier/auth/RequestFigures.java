package org.atelier.auth;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.Optional;
import java.util.Set;
import org.atelier.metrics.Metrics;
import org.atelier.metrics.Seconds;

/** Counts and times requests by their route with gaps; whatever is no route of ours is one, so that nobody can make up more. */
final class RequestFigures {
    private static final String NO_ROUTE = "other";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS", "PUT");

    private static final Counter REQUESTS = Metrics.counter(
            "atelier_http_requests_total", "Requests that have been answered.", "method", "route", "status");

    private static final Histogram TIMES = Metrics.histogram(
            "atelier_http_request_duration_seconds",
            "From a request to the end of its answer, streams included.",
            Seconds.ofAnswers(),
            "method",
            "route");

    private RequestFigures() {}

    /**
     * @param route of those who have a caller, if it is one
     * @return the path with gaps, as it may be told to anybody
     */
    static String name(String path, Optional<KeyRoutes.Listed> route) {
        return route.map(KeyRoutes.Listed::path).or(() -> OpenRoutes.name(path)).orElse(NO_ROUTE);
    }

    /** @param begun when it came, as {@link System#nanoTime} gave it */
    static void ended(String method, String route, int status, long begun) {
        var verb = METHODS.contains(method) ? method : NO_ROUTE;
        REQUESTS.labelValues(verb, route, Integer.toString(status)).inc();
        TIMES.labelValues(verb, route).observe(Seconds.since(begun));
    }
}
