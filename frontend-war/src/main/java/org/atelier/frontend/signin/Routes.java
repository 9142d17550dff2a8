package org.atelier.frontend.signin;

import java.util.Set;

/** What a stranger may ask for. Everything that is not in this table needs a sign-in. */
final class Routes {

    private static final Set<String> PAGES = Set.of("/signin", "/register", "/setup");
    private static final Set<String> EXACT = Set.of(
            "/signout",
            "/forgot",
            "/reset",
            "/waiting",
            "/favicon.ico",
            "/robots.txt",
            "/health",
            "/health/live",
            "/health/ready",
            "/health/started");
    private static final String ASSETS = "/assets/";

    private Routes() {}

    static boolean isOpen(String path) {
        return isEntrance(path) || EXACT.contains(path) || path.startsWith(ASSETS);
    }

    /** The pages through which people come in; who is in already has no business there. */
    static boolean isEntrance(String path) {
        return PAGES.contains(path);
    }
}
