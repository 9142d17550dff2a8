package org.atelier.frontend.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a request says about itself, read the same way everywhere. */
public final class Requests {

    /** Set by {@link EdgeFilter}. */
    static final String ID = "atelier.request-id";

    private Requests() {}

    /** The path inside the application, decoded and normalised by the server; never with {@code ;parameters}. */
    public static String path(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    public static String id(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ID));
    }

    /** Whether this asks for the script proxy, which answers with problem documents instead of pages. */
    public static boolean fromScript(HttpServletRequest request) {
        return path(request).startsWith("/bff/");
    }

    static boolean isAsset(HttpServletRequest request) {
        return path(request).startsWith("/assets/");
    }

    public static boolean writes(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }
}
