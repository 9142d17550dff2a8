package org.atelier.auth;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The only routes that answer without a caller, by their exact path as it was sent; everything else is refused. {@code /metrics} has a token of
 * its own.
 */
final class OpenRoutes {
    private static final Set<String> READ = Set.of("GET", "HEAD");
    private static final Set<String> POST = Set.of("POST");

    static final Map<String, Set<String>> TABLE = Map.ofEntries(
            Map.entry("/api/auth/options", READ),
            Map.entry("/api/auth/setup", POST),
            Map.entry("/api/auth/register", POST),
            Map.entry("/api/auth/login", POST),
            Map.entry("/api/auth/refresh", POST),
            Map.entry("/api/auth/password-reset", POST),
            Map.entry("/health", READ),
            Map.entry("/health/live", READ),
            Map.entry("/health/ready", READ),
            Map.entry("/health/started", READ),
            Map.entry("/api/openapi.yaml", READ),
            Map.entry("/api/openapi.json", READ),
            Map.entry("/api/docs", READ),
            Map.entry("/api/docs/page.js", READ),
            Map.entry("/api/docs/swagger-ui-bundle.js", READ),
            Map.entry("/api/docs/swagger-ui.css", READ),
            Map.entry("/metrics", READ));

    private static final Pattern PROBLEM = Pattern.compile("/api/problems/[a-z-]{1,60}");

    private OpenRoutes() {}

    /** @param path undecoded, so that no other spelling of a path can pass for an open one */
    static boolean contain(String method, String path) {
        var methods = TABLE.get(path);
        if (methods != null) {
            return methods.contains(method);
        }
        return READ.contains(method) && PROBLEM.matcher(path).matches();
    }

    /** @return whether there is anything at all; the server's own pages next to the API stay closed */
    static boolean exists(String path) {
        return path.startsWith("/api/") || TABLE.containsKey(path);
    }

    /** @return the path with gaps, whatever the method; empty where it is not open */
    static Optional<String> name(String path) {
        if (TABLE.containsKey(path)) {
            return Optional.of(path);
        }
        return PROBLEM.matcher(path).matches() ? Optional.of("/api/problems/{}") : Optional.empty();
    }

    /** @return whether an orchestrator asks how the server is */
    static boolean isProbe(String path) {
        return path.startsWith("/health") && TABLE.containsKey(path);
    }
}
