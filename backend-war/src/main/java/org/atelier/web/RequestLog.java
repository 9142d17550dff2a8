package org.atelier.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * One line for each request when its answer has ended, so that the id on somebody's screenshot leads through nginx, frontend and
 * backend. The path only: queries and bodies are nobody's business here.
 */
public final class RequestLog {
    private static final System.Logger LOG = System.getLogger(RequestLog.class.getName());
    private static final int LONGEST_PATH = 200;

    // Read now: when a late answer has ended, the server may have given the request object to another one.
    private final String what;
    private final String id;
    private final long began = System.nanoTime();

    private RequestLog(HttpServletRequest request) {
        var path = request.getRequestURI();
        // Orchestrators ask for health every few seconds.
        this.what = path.startsWith("/health")
                ? ""
                : request.getMethod() + " " + path.substring(0, Math.min(path.length(), LONGEST_PATH));
        this.id = RequestId.of(request);
    }

    /** @return to be told the end of the answer */
    public static RequestLog begin(HttpServletRequest request) {
        return new RequestLog(request);
    }

    public void ended(int status) {
        if (!what.isEmpty() && LOG.isLoggable(System.Logger.Level.INFO)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    what + " " + status + " "
                            + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms, request " + id);
        }
    }
}
