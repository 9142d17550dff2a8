package org.atelier.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/** Asks for what costs nothing, and asks again when the provider had a bad moment. */
final class Reads {

    private static final Set<Kind> BAD_MOMENTS = Set.of(Kind.FAILED, Kind.TIMEOUT, Kind.BUSY);

    private final Outbound outbound;
    private final CallLimits limits;

    Reads(Outbound outbound, CallLimits limits) {
        this.outbound = outbound;
        this.limits = limits;
    }

    /** The {@code data} of the answer; fails with a {@link ProviderFailure}. */
    CompletableFuture<JsonNode> data(ProviderTarget target, String path) {
        return attempt(target, path, 1);
    }

    private CompletableFuture<JsonNode> attempt(ProviderTarget target, String path, int number) {
        return once(target, path)
                .handle((data, error) -> {
                    if (error == null) {
                        return CompletableFuture.completedFuture(data);
                    }
                    ProviderFailure failure =
                            asFailure(error).without(target.key().get());
                    return number <= limits.retries() && BAD_MOMENTS.contains(failure.kind())
                            ? later(target, path, number, failure)
                            : CompletableFuture.<JsonNode>failedFuture(failure);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<JsonNode> later(ProviderTarget target, String path, int number, ProviderFailure failure) {
        Duration pause = failure.retryAfter().orElse(limits.firstPause().multipliedBy(number));
        if (pause.compareTo(limits.longestPause()) > 0) {
            return CompletableFuture.failedFuture(failure);
        }
        CompletableFuture<JsonNode> result = new CompletableFuture<>();
        outbound.after(pause, () -> attempt(target, path, number + 1).whenComplete((data, error) -> {
            if (error == null) {
                result.complete(data);
            } else {
                result.completeExceptionally(asFailure(error));
            }
        }));
        return result;
    }

    private CompletableFuture<JsonNode> once(ProviderTarget target, String path) {
        WholeBody body = new WholeBody();
        Outbound.Sending sending;
        try {
            sending = outbound.send(outbound.get(target, path), body);
        } catch (RuntimeException impossible) {
            return CompletableFuture.failedFuture(impossible);
        }
        return body.answer()
                .orTimeout(limits.read().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, error) -> {
                    if (error != null) {
                        sending.abandon();
                    }
                })
                .thenApply(Reads::dataOf);
    }

    private static JsonNode dataOf(WholeBody.Answer whole) {
        if (!whole.head().success()) {
            throw Failures.ofStatus(whole.head().status(), whole.head().header("Retry-After"), whole.body());
        }
        JsonNode answer = Wire.read(whole.body());
        JsonNode error = Failures.errorIn(answer);
        if (!error.isMissingNode()) {
            throw Failures.inBand(error, Charge.CERTAINLY_NOT);
        }
        if (!answer.path("data").isContainerNode()) {
            throw Failures.garbage("answered without data: is the base URL right?");
        }
        return answer.path("data");
    }

    private static ProviderFailure asFailure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof ProviderFailure failure) {
            return failure;
        }
        boolean timeout = cause instanceof TimeoutException;
        return new ProviderFailure(
                timeout ? Kind.TIMEOUT : Kind.FAILED,
                Charge.CERTAINLY_NOT,
                timeout ? "The provider did not answer in time" : "The provider cannot be reached: " + cause,
                Details.NONE,
                cause);
    }
}
