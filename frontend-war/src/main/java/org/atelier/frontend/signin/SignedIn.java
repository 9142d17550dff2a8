package org.atelier.frontend.signin;

import java.time.Instant;
import org.atelier.frontend.backend.Person;
import org.atelier.frontend.backend.Tokens;

/** What the cookie holds: the tokens, when the first one ends, and what every page shows about the person. */
record SignedIn(String access, String refresh, long accessUntil, long refreshUntil, Person person) {

    /** A token this close to its end could expire on its way; of a short life a tenth is enough. */
    private static final long MARGIN_SECONDS = 30;

    static SignedIn of(Tokens tokens, Instant now) {
        return new SignedIn(
                tokens.accessToken(),
                tokens.refreshToken(),
                now.getEpochSecond() + tokens.expiresIn() - Math.min(MARGIN_SECONDS, tokens.expiresIn() / 10),
                now.getEpochSecond() + tokens.refreshExpiresIn(),
                tokens.user());
    }

    boolean needsRefresh(Instant now) {
        return now.getEpochSecond() >= accessUntil;
    }

    @Override
    public String toString() {
        return "SignedIn[masked]";
    }
}
