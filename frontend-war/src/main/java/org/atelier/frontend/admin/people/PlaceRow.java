package org.atelier.frontend.admin.people;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.frontend.backend.OwnAccountApi.SignInPlace;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** A place where somebody is signed in. */
public class PlaceRow {

    private final SignInPlace place;

    PlaceRow(SignInPlace place) {
        this.place = place;
    }

    public String getDevice() {
        String words = Stream.of(place.browser(), place.system())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Messages.text("account.sessions.unknown") : words;
    }

    public String getIso() {
        return place.lastUsedAt();
    }

    public String getLastUsed() {
        return Figures.moment(Instant.parse(place.lastUsedAt()));
    }
}
