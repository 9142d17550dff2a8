package org.atelier.catalogue;

import java.time.Instant;

/**
 * Whether the provider takes our key, as far as it is known.
 *
 * @param sentence for administrators and the log; never holds the key
 */
public record KeyReport(State state, String sentence, Instant checkedAt) {

    public enum State {
        /** Nobody has asked yet. */
        UNCHECKED,
        /** It works, or the server wants none. */
        WORKS,
        /** The provider refuses it. */
        REFUSED,
        /** The provider could not be asked. */
        UNREACHABLE
    }
}
