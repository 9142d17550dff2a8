package org.atelier.frontend.account;

import java.time.Instant;
import org.atelier.frontend.backend.OwnAccountApi.SignInPlace;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** One place where the person is signed in, in the reader's words. */
public class SignInRow {

    private final SignInPlace place;

    SignInRow(SignInPlace place) {
        this.place = place;
    }

    public String getId() {
        return place.id();
    }

    public boolean isCurrent() {
        return place.current();
    }

    public String getDevice() {
        if (place.browser() != null && place.system() != null) {
            return Messages.text("account.sessions.device", place.browser(), place.system());
        }
        if (place.browser() == null && place.system() == null) {
            return Messages.text("account.sessions.unknown");
        }
        return place.browser() == null ? place.system() : place.browser();
    }

    public String getLastUsedAt() {
        return place.lastUsedAt();
    }

    public String getLastUsed() {
        return Figures.moment(Instant.parse(place.lastUsedAt()));
    }
}
