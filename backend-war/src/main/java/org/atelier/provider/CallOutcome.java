package org.atelier.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * How a paid attempt ended, for the ledger.
 *
 * @param latency from sending to the end
 * @param timeToFirstToken from sending to the first piece of a streamed answer
 * @param failure absent when the answer is complete
 */
public record CallOutcome(
        Result result,
        ProviderFailure.Charge charge,
        Optional<Usage> usage,
        Optional<String> generationId,
        Optional<String> modelAnswered,
        Duration latency,
        Optional<Duration> timeToFirstToken,
        Optional<ProviderFailure.Kind> failure,
        boolean demo) {

    public enum Result {
        /** The whole answer came. */
        COMPLETED,
        /** A part came, then it broke or was stopped. */
        CUT,
        /** The provider said no. */
        FAILED,
        /** It was sent and nothing came back that would tell. */
        UNKNOWN,
        /** It never left. */
        NOT_SENT
    }
}
