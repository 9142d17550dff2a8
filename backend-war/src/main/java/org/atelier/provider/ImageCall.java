package org.atelier.provider;

import java.util.concurrent.CompletableFuture;

/** Pictures under way. */
public interface ImageCall extends ChatCall {

    /** Fails with a {@link ProviderFailure}, also after {@link #cancel}; completes after the recorder has heard of the end. */
    CompletableFuture<ImageAnswer> answer();
}
