package org.atelier.limits;

import java.util.UUID;
import org.atelier.web.Caller;

/**
 * Whom a request counts for. What somebody's programs do with keys is counted apart from what the same person does when signed in, so that
 * a key in the wrong hands cannot keep its owner from the page where it is revoked.
 */
record Whose(UUID person, boolean byKey) {
    static Whose of(Caller caller) {
        return new Whose(caller.userId(), caller.keyId().isPresent());
    }
}
