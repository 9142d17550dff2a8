package org.atelier.frontend.admin.models;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.atelier.frontend.backend.AdminModelsApi.Filter;

/** What the address of the list asks for; forms carry it along, so that whoever changes something comes back to the same rows. */
record ModelsQuery(String q, String kind, String enabled, String available, String cursor) {

    static ModelsQuery of(HttpServletRequest request) {
        return new ModelsQuery(
                text(request, "q"),
                word(request, "kind", "text|image|video"),
                word(request, "enabled", "true|false"),
                word(request, "available", "true|false"),
                word(request, "cursor", "[\\w-]{1,1000}"));
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(given -> !given.isEmpty())
                .orElse(null);
    }

    /** An address that was made up asks for nothing. */
    private static String word(HttpServletRequest request, String name, String pattern) {
        return Optional.ofNullable(text(request, name))
                .filter(given -> given.matches(pattern))
                .orElse(null);
    }

    Filter filter() {
        return new Filter(null, q, kind, enabled, available);
    }

    boolean isNarrowed() {
        return q != null || kind != null || enabled != null || available != null;
    }

    /** The address of the list from a place on; null: from its beginning. */
    String from(String place) {
        return new ModelsQuery(q, kind, enabled, available, place).address("");
    }

    /** @param more what the page has to say, as {@code done=3}; empty: nothing */
    String address(String more) {
        StringBuilder query = new StringBuilder(more);
        add(query, "q", q);
        add(query, "kind", kind);
        add(query, "enabled", enabled);
        add(query, "available", available);
        add(query, "cursor", cursor);
        return "/admin/models" + (query.isEmpty() ? "" : "?" + query);
    }

    private static void add(StringBuilder query, String name, String value) {
        if (value != null) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
