package org.atelier.images;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.atelier.jobs.Underway;
import org.atelier.provider.CallRecorder;
import org.atelier.provider.Usage;

/** Adds up what the attempts of a job cost on their way into the ledger, and lets none leave before the job says on disk that it does. */
final class Bill implements CallRecorder {
    private final CallRecorder ledger;
    private final Underway job;
    private Optional<BigDecimal> total = Optional.empty();

    Bill(CallRecorder ledger, Underway job) {
        this.ledger = ledger;
        this.job = job;
    }

    /** Waits, as the job's own thread does: on the database's one the ledger would hold up everybody. */
    @Override
    public CompletionStage<PaidCall> opening(PaidRequest request) {
        job.processing().join();
        return ledger.opening(request).thenApply(call -> outcome -> {
            call.ended(outcome);
            outcome.usage().flatMap(Usage::cost).ifPresent(this::add);
        });
    }

    private synchronized void add(BigDecimal dollars) {
        total = Optional.of(total.orElse(BigDecimal.ZERO).add(dollars));
    }

    /** @return US dollars of all attempts; empty: the provider told of none */
    synchronized Optional<BigDecimal> total() {
        return total;
    }
}
