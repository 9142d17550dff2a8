package org.atelier.idempotency;

import java.util.Optional;
import java.util.UUID;

/** What a key says to the request that brings it. */
public sealed interface Claim {

    /** Nobody used it before: the request is to be run, and the key to be settled or left afterwards. */
    record Fresh(RequestKey key, String digest) implements Claim {}

    /**
     * The same request was answered before and gets the same answer.
     *
     * @param runId the id that the answer has
     * @param answer as it was handed over to be kept, in JSON
     */
    record Answered(UUID runId, Optional<String> answer) implements Claim {}

    /** The same request was sent before; it may have been paid for, and its answer is not here. */
    record Unsettled(UUID runId) implements Claim {}
}
