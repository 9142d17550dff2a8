package org.atelier.frontend.admin.jobs;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.atelier.frontend.backend.AdminJobsApi;
import org.atelier.frontend.backend.AdminJobsApi.Jobs;
import org.atelier.frontend.backend.Asker;

/**
 * What the address of the list asks for; forms carry it along, so that whoever does something comes back to the same rows.
 *
 * @param kind {@code image} or {@code video}
 */
record JobsQuery(String kind, String status, String user, String model, String cursor) {

    private static final int ROWS = 50;

    static JobsQuery of(HttpServletRequest request) {
        return new JobsQuery(
                "video".equals(request.getParameter("kind")) ? "video" : "image",
                word(request, "status", "[a-z_]{1,20}"),
                word(request, "user", "[^\\s@]{1,64}@[^\\s@]{1,189}|[0-9a-f-]{36}"),
                word(request, "model", "\\S{1,200}"),
                word(request, "cursor", "[\\w-]{1,1000}"));
    }

    /** What nobody can mean asks for nothing. */
    private static String word(HttpServletRequest request, String name, String pattern) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(given -> given.matches(pattern))
                .orElse(null);
    }

    /** How the API calls the jobs of that kind. */
    String kinds() {
        return kind + "s";
    }

    Jobs ask(AdminJobsApi jobs, Asker asker) {
        return jobs.list(asker, kinds(), null, status, user, model, ROWS, cursor);
    }

    /** Without a look at the job itself, which the audit would take down each time. */
    Jobs askFor(String id, AdminJobsApi jobs, Asker asker) {
        return jobs.list(asker, kinds(), id, null, null, null, 1, null);
    }

    boolean isNarrowed() {
        return status != null || user != null || model != null;
    }

    JobsQuery from(String place) {
        return new JobsQuery(kind, status, user, model, place);
    }

    /** @param more what the page has to say, as {@code did=cancel}; empty: nothing */
    String address(String more) {
        return "/admin/jobs?" + parameters() + (more.isEmpty() ? "" : "&" + more);
    }

    /** The address of one of the jobs. */
    static String one(String kind, String id) {
        return "/admin/job?kind=" + kind + "&id=" + id;
    }

    String parameters() {
        StringBuilder query = new StringBuilder("kind=" + kind);
        add(query, "status", status);
        add(query, "user", user);
        add(query, "model", model);
        add(query, "cursor", cursor);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (value != null) {
            query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
