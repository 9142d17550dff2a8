package org.atelier.provider;

import java.time.Duration;
import java.util.Optional;
import org.atelier.provider.CallOutcome.Result;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;

/** Says in the ledger's words how an attempt ended. */
final class Outcomes {

    private Outcomes() {}

    /** @param begun {@link System#nanoTime()} of the sending */
    static CallOutcome of(ReplyReader reply, long begun, Optional<ProviderFailure> failure, boolean demoTarget) {
        return new CallOutcome(
                result(reply, failure),
                failure.map(ProviderFailure::charge).orElse(Charge.CERTAINLY),
                reply.usage(),
                reply.generationId(),
                reply.model(),
                Duration.ofNanos(System.nanoTime() - begun),
                reply.hasPieces() ? Optional.of(Duration.ofNanos(reply.firstPieceAt() - begun)) : Optional.empty(),
                failure.map(ProviderFailure::kind),
                demoTarget || reply.usage().filter(Usage::demo).isPresent());
    }

    private static Result result(ReplyReader reply, Optional<ProviderFailure> failure) {
        if (failure.isEmpty()) {
            return Result.COMPLETED;
        }
        if (reply.hasPieces()) {
            return Result.CUT;
        }
        ProviderFailure why = failure.get();
        boolean refusedByProvider = why.status().isPresent() || reply.failure().isPresent();
        if (refusedByProvider) {
            return Result.FAILED;
        }
        boolean left = why.charge() != Charge.CERTAINLY_NOT || why.kind() == Kind.TIMEOUT;
        return left ? Result.UNKNOWN : Result.NOT_SENT;
    }
}
