package org.atelier.frontend.backend;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Ends the call to the backend when the browser's request ends, for whatever reason; harmless when it is over. */
record WhenGone(Runnable cancel) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        cancel.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        cancel.run();
    }

    @Override
    public void onError(AsyncEvent event) {
        cancel.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
