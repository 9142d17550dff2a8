package org.atelier.users;

/** An account with that address exists. */
public final class EmailAlreadyRegistered extends RuntimeException {
    EmailAlreadyRegistered() {
        super("an account with that address exists", null, false, false);
    }
}
