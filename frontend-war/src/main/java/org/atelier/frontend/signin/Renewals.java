package org.atelier.frontend.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Renews tokens once per refresh token however many requests ask at the same moment, and answers stragglers that still
 * carry the old cookie with the same successor for a while. Across processes the backend does the same.
 */
final class Renewals {

    private final Cache<String, CompletableFuture<Optional<SignedIn>>> flights = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(30))
            .maximumSize(10_000)
            .build();

    /**
     * @param call asks the backend; empty when it refuses the token for good
     * @return the successor; empty when the session is over
     */
    Optional<SignedIn> renew(SignedIn old, Function<SignedIn, Optional<SignedIn>> call) {
        CompletableFuture<Optional<SignedIn>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<SignedIn>> first = flights.asMap().putIfAbsent(old.refresh(), mine);
        if (first != null) {
            return joined(first);
        }
        try {
            mine.complete(call.apply(old));
        } catch (RuntimeException | Error failure) {
            flights.asMap().remove(old.refresh(), mine);
            mine.completeExceptionally(failure);
        }
        return joined(mine);
    }

    /** Its session was ended here: stragglers that still carry the old cookie get no successor any more. */
    void end(SignedIn leaving) {
        flights.put(leaving.refresh(), CompletableFuture.completedFuture(Optional.empty()));
    }

    private static Optional<SignedIn> joined(CompletableFuture<Optional<SignedIn>> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
