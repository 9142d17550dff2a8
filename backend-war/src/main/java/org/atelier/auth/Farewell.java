package org.atelier.auth;

import java.util.List;
import java.util.function.Consumer;
import org.atelier.users.PersonGone;

/** Tells everybody that somebody is gone, also when one of them cannot erase what it keeps at the moment. */
final class Farewell {
    private Farewell() {}

    /** @throws RuntimeException the first failure, with the others, after everybody has heard it */
    static void say(PersonGone gone, List<Consumer<PersonGone>> listeners) {
        RuntimeException first = null;
        for (var listener : listeners) {
            try {
                listener.accept(gone);
            } catch (RuntimeException failed) {
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
