package org.atelier.provider;

import java.time.Duration;
import java.util.Optional;
import org.atelier.provider.CallOutcome.Result;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;

/** Says in the ledger's words how handing in a film ended. */
final class FilmOutcome {

    private FilmOutcome() {}

    /** @param begun {@link System#nanoTime()} of the sending */
    static CallOutcome of(
            Optional<FilmSubmission.Accepted> accepted, Optional<ProviderFailure> failure, long begun, boolean demo) {
        Optional<FilmReport> first = accepted.map(FilmSubmission.Accepted::first);
        Optional<Usage> usage = first.flatMap(FilmReport::usage);
        Charge ofAccepted = usage.flatMap(Usage::cost).isPresent() ? Charge.CERTAINLY : Charge.UNKNOWN;
        return new CallOutcome(
                failure.map(FilmOutcome::result).orElse(Result.COMPLETED),
                failure.map(ProviderFailure::charge).orElse(ofAccepted),
                usage,
                first.flatMap(FilmReport::generationId),
                Optional.empty(),
                Duration.ofNanos(System.nanoTime() - begun),
                Optional.empty(),
                failure.map(ProviderFailure::kind),
                demo || usage.filter(Usage::demo).isPresent());
    }

    private static Result result(ProviderFailure why) {
        if (why.status().isPresent()) {
            return Result.FAILED;
        }
        boolean left = why.charge() != Charge.CERTAINLY_NOT || why.kind() == Kind.TIMEOUT;
        return left ? Result.UNKNOWN : Result.NOT_SENT;
    }
}
