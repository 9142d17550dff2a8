package org.atelier.provider;

/** An answer under way. */
public interface ChatCall {

    /**
     * Ends the answer upstream, which on many providers also ends the bill. The listener gets its last event, a
     * {@link ProviderFailure.Kind#CANCELLED} failure, unless the answer ended first. May be called at any time, from
     * any thread, more than once.
     */
    void cancel();
}
