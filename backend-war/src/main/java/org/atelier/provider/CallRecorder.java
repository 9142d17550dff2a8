package org.atelier.provider;

import java.util.concurrent.CompletionStage;

/**
 * The seam for money: whoever starts a paid call hands in one of these, already bound to the person, the reservation
 * and whatever else the ledger needs to know. Each attempt, a retry too, is a call of its own.
 */
@FunctionalInterface
public interface CallRecorder {

    /**
     * Called before every paid attempt; the request is sent only after the stage has completed. If it fails, nothing
     * is sent and the caller gets a {@link ProviderFailure.Kind#NOT_RECORDED} with that cause.
     */
    CompletionStage<PaidCall> opening(PaidRequest request);

    /** @param attempt 1 for the first, then the retries */
    record PaidRequest(String model, int attempt, boolean demo) {}

    /** One announced attempt. */
    interface PaidCall {
        /** Called exactly once, before the listener's last event or the answer; must not block. */
        void ended(CallOutcome outcome);
    }
}
