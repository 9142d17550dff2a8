package org.atelier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FollowedRequestTest {
    private final AtomicReference<AsyncListener> listening = new AtomicReference<>();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final AsyncContext context = server(AsyncContext.class, (proxy, asked, values) -> {
        switch (asked.getName()) {
            case "addListener" -> listening.set((AsyncListener) values[0]);
            case "complete" -> {
                if (completed.incrementAndGet() > 1) {
                    throw new IllegalStateException("completed already");
                }
            }
            default -> throw new UnsupportedOperationException(asked.getName());
        }
        return null;
    });
    private final FollowedRequest request =
            new FollowedRequest(server(HttpServletRequest.class, (proxy, asked, values) -> context));

    FollowedRequestTest() {
        request.afterwards(told::incrementAndGet);
    }

    private static <T> T server(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    @Test
    void oneThatIsAnsweredAtOnceIsOverWithItsFilters() {
        assertThat(told).hasValue(0);
        request.filtersAreThrough();

        assertThat(told).hasValue(1);
    }

    @Test
    void oneThatGoesOnIsOverWhenItIsCompletedThoughTheServerTellsNothing() {
        var ours = request.startAsync();
        request.filtersAreThrough();
        assertThat(told).hasValue(0);
        ours.complete();

        assertThat(told).hasValue(1);
        assertThat(completed).hasValue(1);
    }

    @Test
    void oneWhoseAnswerLeavesIsOverBeforeItIsCompleted() {
        var ours = request.startAsync();
        FollowedRequest.leaves(ours);
        assertThat(told).hasValue(1);
        assertThat(completed).hasValue(0);

        ours.complete();
        assertThat(told).hasValue(1);
        assertThat(completed).hasValue(1);
    }

    @Test
    void itIsToldOnceHoweverOftenItEndsAndFailuresOfTheServerAreItsOwn() throws IOException {
        var ours = request.startAsync();
        listening.get().onComplete(null);
        ours.complete();
        assertThatIllegalStateException().isThrownBy(ours::complete);
        request.filtersAreThrough();

        assertThat(told).hasValue(1);
    }
}
