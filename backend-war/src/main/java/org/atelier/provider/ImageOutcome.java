package org.atelier.provider;

import java.time.Duration;
import java.util.Optional;
import org.atelier.provider.CallOutcome.Result;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;

/** Says in the ledger's words how an attempt at pictures ended; there are only whole pictures, so nothing is ever cut. */
final class ImageOutcome {

    private ImageOutcome() {}

    /** @param begun {@link System#nanoTime()} of the sending */
    static CallOutcome of(Optional<PictureReply> reply, Optional<ProviderFailure> failure, long begun, boolean demo) {
        Optional<Usage> usage = reply.flatMap(PictureReply::usage);
        return new CallOutcome(
                failure.map(ImageOutcome::result).orElse(Result.COMPLETED),
                failure.map(ProviderFailure::charge).orElse(Charge.CERTAINLY),
                usage,
                reply.flatMap(PictureReply::generationId),
                reply.flatMap(PictureReply::model),
                Duration.ofNanos(System.nanoTime() - begun),
                Optional.empty(),
                failure.map(ProviderFailure::kind),
                demo || usage.filter(Usage::demo).isPresent());
    }

    private static Result result(ProviderFailure why) {
        if (why.kind() == Kind.NOT_STORED) {
            return Result.COMPLETED;
        }
        if (why.status().isPresent()) {
            return Result.FAILED;
        }
        boolean left = why.charge() != Charge.CERTAINLY_NOT || why.kind() == Kind.TIMEOUT;
        return left ? Result.UNKNOWN : Result.NOT_SENT;
    }
}
