package org.atelier.frontend.admin.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.atelier.frontend.faces.Messages;

/** What the form that led to a page has done, or why it did not. */
final class News {

    private static final Map<String, String> DONE = Map.of(
            "status", "people.done.status",
            "role", "people.done.role",
            "budget", "people.done.budget",
            "sessions", "people.done.sessions",
            "deleted", "people.done.deleted");

    private static final Map<String, String> TROUBLE = Map.of(
            "last", "people.trouble.last",
            "amount", "people.trouble.amount",
            "gone", "people.trouble.gone",
            "other", "people.trouble.other");

    private News() {}

    static String did(HttpServletRequest request) {
        return text(DONE, request.getParameter("did"));
    }

    static String trouble(HttpServletRequest request) {
        return text(TROUBLE, request.getParameter("trouble"));
    }

    private static String text(Map<String, String> texts, String word) {
        return Optional.ofNullable(word).map(texts::get).map(Messages::text).orElse(null);
    }
}
