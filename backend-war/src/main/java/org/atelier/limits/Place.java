package org.atelier.limits;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** What was taken for one request; left once, however often it is left. */
public final class Place implements AutoCloseable, AsyncListener {
    private static final Runnable NOTHING = () -> {};

    private final AtomicReference<Runnable> leaving = new AtomicReference<>(NOTHING);

    Place() {}

    void afterwards(Runnable also) {
        leaving.updateAndGet(before -> before == NOTHING
                ? also
                : () -> {
                    before.run();
                    also.run();
                });
    }

    /** Answers a request. */
    public interface Answering {
        /** @param request to be handed on in place of the one that came */
        void by(HttpServletRequest request) throws IOException, ServletException;
    }

    /** Is left when the answer has ended: with the call, or, if it goes on without a thread, when that is over. */
    public void during(HttpServletRequest request, Answering answering) throws IOException, ServletException {
        var placed = new Placed(request);
        try {
            answering.by(placed);
        } finally {
            if (!placed.goesOn) {
                close();
            }
        }
    }

    /** Listens from the very start of what goes on, before it can have ended. */
    private final class Placed extends HttpServletRequestWrapper {
        private boolean goesOn;

        Placed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public AsyncContext startAsync() {
            return followed(super.startAsync());
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
            return followed(super.startAsync(request, response));
        }

        private AsyncContext followed(AsyncContext context) {
            goesOn = true;
            context.addListener(Place.this);
            return context;
        }
    }

    @Override
    public void close() {
        leaving.getAndSet(NOTHING).run();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
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
