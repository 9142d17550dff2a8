package org.atelier.idempotency;

import java.util.Locale;

/** Where a keyed run is; one that is running on disk and nowhere in memory was interrupted by a crash. */
enum State {
    RUNNING,
    ANSWERED,
    /** It broke off, or what it gave could not be kept. */
    UNSETTLED,
    /** It certainly cost nothing, so that the key may be used again. */
    FREE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
