package org.atelier.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request that tells when its answer is over: with its filters, or, if it goes on without a thread, when that is completed. Payara tells the
 * listeners of a request nothing when its requester has left, so whoever completes it is followed as well.
 */
public final class FollowedRequest extends HttpServletRequestWrapper implements AsyncListener {
    private final List<Runnable> afterwards = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean goesOn;

    public FollowedRequest(HttpServletRequest request) {
        super(request);
    }

    /** @param then run once, by the thread that ends the answer; to be named before the request is handed on */
    public void afterwards(Runnable then) {
        afterwards.add(then);
    }

    /** The filters are through; what does not go on is over. */
    public void filtersAreThrough() {
        if (!goesOn) {
            over();
        }
    }

    @Override
    public AsyncContext startAsync() {
        return followed(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return followed(super.startAsync(request, response));
    }

    /** The request of an answer that is about to leave for its requester is over, though it is still to be completed. */
    static void leaves(AsyncContext context) {
        if (context instanceof Followed followed) {
            followed.over();
        }
    }

    /** What {@link #startAsync} gives. */
    private interface Followed {
        void over();
    }

    private AsyncContext followed(AsyncContext context) {
        goesOn = true;
        context.addListener(this);
        return (AsyncContext) Proxy.newProxyInstance(
                FollowedRequest.class.getClassLoader(),
                new Class<?>[] {AsyncContext.class, Followed.class},
                (proxy, method, values) -> {
                    if (method.getDeclaringClass() == Followed.class) {
                        over();
                        return null;
                    }
                    if (method.getName().equals("complete")) {
                        // Before, since afterwards the server may have given the answer's object to another one.
                        over();
                    }
                    try {
                        return method.invoke(context, values);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private void over() {
        if (!over.getAndSet(true)) {
            afterwards.forEach(Runnable::run);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over();
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
