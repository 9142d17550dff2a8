package org.atelier.provider;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;

/** What costs nothing about a film: asking after it and giving it up. One attempt each; whoever asks has its own clock. */
final class FilmReads {

    private final ProviderClient client;
    private final ProviderTarget target;

    FilmReads(ProviderClient client, ProviderTarget target) {
        this.client = client;
        this.target = target;
    }

    CompletableFuture<FilmReport> look(FilmTicket ticket) {
        return ask(() -> client.outbound().get(target, FilmAddresses.polling(target, ticket)))
                .thenApply(answer -> {
                    FilmReport report = FilmReports.ofPoll(
                            Wire.read(answer.body()), answer.head().header("Retry-After"));
                    return report.without(target.key().get());
                });
    }

    CompletableFuture<Boolean> cancel(FilmTicket ticket) {
        if (!target.dialect().givesFilmsUp()) {
            return CompletableFuture.completedFuture(false);
        }
        return ask(() -> client.outbound().delete(target, FilmAddresses.film(ticket)))
                .thenApply(answer -> true);
    }

    private CompletableFuture<WholeBody.Answer> ask(Supplier<Outbound.Parcel> request) {
        WholeBody body = new WholeBody();
        Outbound.Sending sending;
        try {
            sending = client.outbound().send(request.get(), body);
        } catch (RuntimeException impossible) {
            return CompletableFuture.failedFuture(impossible);
        }
        return body.answer()
                .orTimeout(client.limits().read().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, error) -> {
                    if (error != null) {
                        sending.abandon();
                    }
                })
                .handle((answer, error) -> {
                    if (error != null) {
                        throw new CompletionException(asFailure(error));
                    }
                    if (!answer.head().success()) {
                        throw Failures.ofStatus(
                                        answer.head().status(), answer.head().header("Retry-After"), answer.body())
                                .without(target.key().get());
                    }
                    return answer;
                });
    }

    private static ProviderFailure asFailure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof TimeoutException
                ? new ProviderFailure(Kind.TIMEOUT, Charge.UNKNOWN, "The provider did not answer in time")
                : FilmAttempt.asFailure(cause);
    }
}
