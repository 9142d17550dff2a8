package org.atelier.frontend.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The problem documents (RFC 9457) that the frontend answers on its own; all others come from the backend. */
public record Problems(String name, int status, String title, String detail) {

    public static final Problems SIGNED_OUT = new Problems(
            "signed-out", 401, "You are signed out", "Sign in again; what you wrote is kept in this browser.");
    public static final Problems FOREIGN_ORIGIN = new Problems(
            "foreign-origin",
            403,
            "Not from one of our pages",
            "Open the page again on this site and repeat the step.");
    public static final Problems NO_SUCH_ROUTE =
            new Problems("not-found", 404, "No such address", "Reload the page; it may be older than the server.");
    public static final Problems FAILED =
            new Problems("frontend-failed", 500, "Something went wrong", "Try again; the request id leads to the log.");
    public static final Problems BACKEND_AWAY = new Problems(
            "backend-away", 503, "The server is not answering", "Wait a few seconds and try again; nothing is lost.");

    public static final Problems TOO_MUCH = new Problems(
            "too-many-requests", 429, "Too many requests", "Wait a few seconds and try again; nothing is lost.");

    public static final Problems TRY_AGAIN = new Problems(
            "try-again",
            503,
            "Please send that again",
            "Your sign-in was renewed on the way; send the same once more.");

    /** After how many seconds whoever was put off may try again. */
    public static final String RETRY_SECONDS = "5";

    private static final JsonMapper JSON = new JsonMapper();

    public static void write(HttpServletRequest request, HttpServletResponse response, Problems problem)
            throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "/api/problems/" + problem.name);
        document.put("title", problem.title);
        document.put("status", problem.status);
        document.put("detail", problem.detail);
        document.put("request_id", Requests.id(request));
        response.setStatus(problem.status);
        response.setContentType("application/problem+json");
        if (problem.status == HttpServletResponse.SC_SERVICE_UNAVAILABLE || problem.status == TOO_MUCH.status) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        response.getOutputStream().write(JSON.writeValueAsBytes(document));
    }
}
