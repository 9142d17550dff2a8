package org.atelier.systemtest.product;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Asks again until the answer is there. The limit only bounds a failure; it is never what a test measures. */
public final class Await {
    private static final long PAUSE_NANOS = Duration.ofMillis(25).toNanos();

    private Await() {}

    /** @param what continues "waited for" when nothing came */
    public static <T> T found(String what, Duration limit, Callable<Optional<T>> question) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var answer = ask(question);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                return fail("Waited for " + what + " for " + limit.toSeconds() + " s.");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    public static void holds(String what, Duration limit, Callable<Boolean> question) {
        found(what, limit, () -> question.call() ? Optional.of(true) : Optional.empty());
    }

    private static <T> T ask(Callable<T> question) {
        try {
            return question.call();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
