package org.atelier.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/**
 * Refuses what would only pile up: too many calls at once, and calls to a model that has just failed again and again.
 * One circuit breaker a model, so that one broken model never takes its neighbours with it.
 */
final class Gate {

    private static final Duration OPEN_FOR = Duration.ofSeconds(15);
    private static final int MODELS_REMEMBERED = 1000;
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(60)
            .permittedNumberOfCallsInHalfOpenState(2)
            .waitDurationInOpenState(OPEN_FOR)
            .writableStackTraceEnabled(false)
            .build();

    /** The same name at another address is another model. */
    private record ModelThere(URI baseUrl, String model) {}

    private final Bulkhead bulkhead;
    private final Cache<ModelThere, CircuitBreaker> breakers =
            Caffeine.newBuilder().maximumSize(MODELS_REMEMBERED).build();

    Gate(int callsAtOnce) {
        bulkhead = Bulkhead.of(
                "provider",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(callsAtOnce)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    boolean enter() {
        return bulkhead.tryAcquirePermission();
    }

    void leave() {
        bulkhead.onComplete();
    }

    int inside() {
        var metrics = bulkhead.getMetrics();
        return metrics.getMaxAllowedConcurrentCalls() - metrics.getAvailableConcurrentCalls();
    }

    CircuitBreaker breaker(ProviderTarget target, String model) {
        return breakers.get(new ModelThere(target.baseUrl(), model), there -> CircuitBreaker.of(model, BREAKER));
    }

    /** Tells a model's breaker how an attempt at it went; what we stopped ourselves says nothing. */
    static void judge(CircuitBreaker breaker, Optional<ProviderFailure> failure, long begun) {
        long nanos = System.nanoTime() - begun;
        Kind kind = failure.map(ProviderFailure::kind).orElse(null);
        if (kind == Kind.FAILED || kind == Kind.TIMEOUT) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, failure.get());
        } else if (kind == Kind.CANCELLED) {
            breaker.releasePermission();
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    static ProviderFailure full() {
        return busy("Too many calls to the provider are under way", Duration.ofSeconds(1));
    }

    static ProviderFailure open() {
        return busy("This model has failed repeatedly; it is left alone for a moment", OPEN_FOR);
    }

    private static ProviderFailure busy(String message, Duration retryAfter) {
        Details details = new Details(Optional.empty(), Optional.of(retryAfter), List.of(), false);
        return new ProviderFailure(Kind.BUSY, Charge.CERTAINLY_NOT, message, details, null);
    }
}
