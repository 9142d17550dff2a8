package org.atelier.frontend.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.logging.Logger;

/**
 * One line for each request when its answer has ended, so that the id on somebody's screenshot leads through nginx,
 * frontend and backend. The path only: a setup link carries its token in the query.
 */
final class RequestLog implements AsyncListener {

    private static final Logger LOG = Logger.getLogger(RequestLog.class.getName());
    private static final int LONGEST_PATH = 200;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    // Read now: when a late answer has ended, the server may have given the request object to another one.
    private final String path;
    private final String what;
    private final String id;
    private final long began = System.nanoTime();

    RequestLog(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        this.path = request.getRequestURI();
        this.what = request.getMethod() + " " + path.substring(0, Math.min(path.length(), LONGEST_PATH));
        this.id = Requests.id(request);
    }

    /** Streams go on after the filters; their line comes when they are complete. */
    void filtersAreThrough() {
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
        // Of no interest one by one, and by far the most.
        if (path.startsWith("/health") || path.startsWith("/assets/")) {
            return;
        }
        LOG.info(() -> what + " " + response.getStatus() + " "
                + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms, request " + id);
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
