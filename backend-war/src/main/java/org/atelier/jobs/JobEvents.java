package org.atelier.jobs;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.atelier.events.Streams;
import org.atelier.usage.Kind;
import org.atelier.web.Caller;

/**
 * {@code GET /api/generate/{kind}/{id}/events}: a job as it goes on, the whole of it with each event, ended with the job. A filter, because
 * a servlet's path cannot have ids in its middle.
 */
public class JobEvents extends HttpFilter {
    private static final Pattern PATH = Pattern.compile(
            "/api/generate/(image|video)/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/events",
            Pattern.CASE_INSENSITIVE);

    @Inject
    private transient Jobs jobs;

    @Inject
    private transient JobNews news;

    @Inject
    private transient Streams streams;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = PATH.matcher(request.getRequestURI());
        if (!path.matches() || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
            return;
        }
        var kind = Kind.of(path.group(1));
        var id = UUID.fromString(path.group(2));
        var caller = Caller.of(request);
        jobs.owned(caller, kind, id);
        var log = news.follow(id, () -> jobs.owned(caller, kind, id));
        streams.follow(request, response, log, log.beforeFirst());
    }
}
