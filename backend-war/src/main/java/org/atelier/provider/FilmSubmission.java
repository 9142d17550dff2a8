package org.atelier.provider;

import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;

/**
 * How handing in a film ended. There is no second attempt behind it: the protocol has no key by which the provider could know a
 * repetition, so only the caller, who has a record of the first, may decide on another.
 */
public sealed interface FilmSubmission {

    /**
     * The provider makes it, and what it costs is told by {@link FilmReport#usage()}.
     *
     * @param first what it said when it accepted; with a server that answers at once the film may be made already
     */
    record Accepted(FilmTicket ticket, FilmReport first) implements FilmSubmission {}

    /** It was not accepted and certainly costs nothing: refused, never sent, or not recorded. */
    record Refused(ProviderFailure failure) implements FilmSubmission {

        /** Whether the same request may do better later, after {@link ProviderFailure#retryAfter()} if there is one. */
        public boolean maybeLater() {
            return failure.kind() == Kind.BUSY || failure.mayBeRepeated();
        }
    }

    /** It was sent, or may have been, and nobody knows whether it was accepted: possibly charged, never to be sent again by itself. */
    record Unknown(ProviderFailure failure) implements FilmSubmission {}

    static FilmSubmission of(ProviderFailure failure) {
        return failure.charge() == Charge.CERTAINLY_NOT ? new Refused(failure) : new Unknown(failure);
    }
}
