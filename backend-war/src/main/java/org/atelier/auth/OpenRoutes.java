package org.atelier.auth;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The only routes that answer without a credential, by their exact path as it was sent; everything else is refused. */
final class OpenRoutes {
    private static final Set<String> READ = Set.of("GET", "HEAD");
    private static final Set<String> POST = Set.of("POST");

    static final Map<String, Set<String>> TABLE = Map.of(
            "/api/auth/options", READ,
            "/api/auth/setup", POST,
            "/api/auth/register", POST,
            "/api/auth/login", POST,
            "/api/auth/refresh", POST,
            "/api/auth/password-reset", POST,
            "/health", READ,
            "/health/live", READ,
            "/health/ready", READ,
            "/health/started", READ);

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

    /** @return whether an orchestrator asks how the server is */
    static boolean isProbe(String path) {
        return path.startsWith("/health") && TABLE.containsKey(path);
    }
}
