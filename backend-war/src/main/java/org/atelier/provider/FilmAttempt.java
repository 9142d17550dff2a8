package org.atelier.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/** The one request that hands a film in. Whatever happens after it may have left is of unknown charge, unless the provider refused. */
final class FilmAttempt {

    private final ProviderClient client;
    private final ProviderTarget target;
    private final WholeBody body = new WholeBody();
    private volatile Outbound.Sending sending = () -> {};

    FilmAttempt(ProviderClient client, ProviderTarget target) {
        this.client = client;
        this.target = target;
    }

    /** On a connection of its own: one that is just being closed would leave it open whether the film was accepted. */
    CompletableFuture<FilmSubmission.Accepted> send(FilmRequest request) {
        Outbound outbound = client.outbound();
        try {
            sending = outbound.sendAlone(FilmRequestBody.of(request, target).parcel(outbound, target), body);
        } catch (RuntimeException impossible) {
            return CompletableFuture.failedFuture(impossible);
        }
        Outbound.Alarm alarm = outbound.after(
                client.limits().answer(),
                () -> abandon(
                        Kind.TIMEOUT,
                        "The provider was silent for " + client.limits().answer()));
        return body.answer()
                .whenComplete((answer, error) -> {
                    alarm.callOff();
                    if (error != null) {
                        sending.abandon();
                    }
                })
                .thenApply(FilmAttempt::accepted);
    }

    void cancel() {
        abandon(Kind.CANCELLED, "We stopped the call");
    }

    private void abandon(Kind kind, String why) {
        body.answer().completeExceptionally(new ProviderFailure(kind, Charge.UNKNOWN, why));
    }

    private static FilmSubmission.Accepted accepted(WholeBody.Answer answer) {
        if (!answer.head().success()) {
            throw Failures.ofStatus(answer.head().status(), answer.head().header("Retry-After"), answer.body());
        }
        JsonNode film = FilmReports.film(Wire.read(answer.body()));
        FilmTicket ticket = FilmReports.ticket(film).orElseThrow(() -> withoutId(film));
        return new FilmSubmission.Accepted(
                ticket, FilmReports.read(film, answer.head().header("Retry-After")));
    }

    private static ProviderFailure withoutId(JsonNode answer) {
        JsonNode error = Failures.errorIn(answer);
        return error.isMissingNode()
                ? Failures.garbage("answered without the id of the film")
                : Failures.inBand(error, Charge.UNKNOWN);
    }

    static ProviderFailure asFailure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof ProviderFailure failure) {
            return failure;
        }
        boolean neverSent = Outbound.neverSent(cause) || cause instanceof RejectedExecutionException;
        return neverSent
                ? new ProviderFailure(
                        Kind.FAILED,
                        Charge.CERTAINLY_NOT,
                        "The provider cannot be reached: " + cause,
                        Details.NEVER_SENT,
                        cause)
                : new ProviderFailure(
                        Kind.FAILED, Charge.UNKNOWN, "The connection broke: " + cause, Details.NONE, cause);
    }
}
