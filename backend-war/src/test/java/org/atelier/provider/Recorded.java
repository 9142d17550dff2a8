package org.atelier.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A ledger for tests: what was announced, and how each of it ended. */
final class Recorded implements CallRecorder {

    private final List<PaidRequest> openings = new ArrayList<>();
    private final List<CallOutcome> outcomes = new ArrayList<>();
    private final AtomicInteger endedTwice = new AtomicInteger();

    @Override
    public synchronized CompletionStage<PaidCall> opening(PaidRequest request) {
        openings.add(request);
        AtomicInteger ends = new AtomicInteger();
        return CompletableFuture.completedFuture(outcome -> {
            if (ends.incrementAndGet() > 1) {
                endedTwice.incrementAndGet();
            }
            add(outcome);
        });
    }

    private synchronized void add(CallOutcome outcome) {
        outcomes.add(outcome);
    }

    synchronized List<PaidRequest> openings() {
        return List.copyOf(openings);
    }

    synchronized List<CallOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    synchronized CallOutcome only() {
        if (outcomes.size() != 1) {
            throw new AssertionError("Expected one outcome, not " + outcomes);
        }
        return outcomes.get(0);
    }

    /** Every announced attempt has ended, none of them twice. */
    synchronized boolean isSettled() {
        return outcomes.size() == openings.size() && endedTwice.get() == 0;
    }
}
