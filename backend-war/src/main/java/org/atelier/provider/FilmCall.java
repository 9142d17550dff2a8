package org.atelier.provider;

import java.util.concurrent.CompletableFuture;

/** A film that is being handed in. */
public interface FilmCall extends ChatCall {

    /**
     * How that ended; told after the recorder has heard of it. It never fails, also after {@link #cancel}, which ends the waiting
     * only: what was sent by then may be accepted all the same, and is {@link FilmSubmission.Unknown}.
     */
    CompletableFuture<FilmSubmission> submission();
}
