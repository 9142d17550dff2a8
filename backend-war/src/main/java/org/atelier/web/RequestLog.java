package org.atelier.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * One line for each request when its answer has ended, so that the id on somebody's screenshot leads through nginx, frontend and
 * backend. The path only: queries and bodies are nobody's business here.
 */
public final class RequestLog implements AsyncListener {
    private static final System.Logger LOG = System.getLogger(RequestLog.class.getName());
    private static final int LONGEST_PATH = 200;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    // Read now: when a late answer has ended, the server may have given the request object to another one.
    private final String what;
    private final String id;
    private final End end;
    private final long began = System.nanoTime();

    /** Is told the end of an answer. */
    public interface End {
        /** @param began as {@link System#nanoTime} gave it */
        void of(int status, long began);
    }

    private RequestLog(HttpServletRequest request, HttpServletResponse response, End end) {
        var path = request.getRequestURI();
        this.request = request;
        this.response = response;
        // Orchestrators ask for health every few seconds.
        this.what = path.startsWith("/health")
                ? ""
                : request.getMethod() + " " + path.substring(0, Math.min(path.length(), LONGEST_PATH));
        this.id = RequestId.of(request);
        this.end = end;
    }

    /** @return to be told when the filters are through */
    public static RequestLog begin(HttpServletRequest request, HttpServletResponse response, End end) {
        return new RequestLog(request, response, end);
    }

    /** Streams and late answers go on after the filters; their line comes when they are complete. */
    public void filtersAreThrough() {
        try {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(this);
                return;
            }
        } catch (IllegalStateException completeAlready) {
            // Another thread was faster: the answer has ended.
        }
        write();
    }

    private void write() {
        end.of(response.getStatus(), began);
        if (!what.isEmpty() && LOG.isLoggable(System.Logger.Level.INFO)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    what + " " + response.getStatus() + " "
                            + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms, request " + id);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        write();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Completed by whoever set the time.
    }

    @Override
    public void onError(AsyncEvent event) {
        // Completed right after.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
