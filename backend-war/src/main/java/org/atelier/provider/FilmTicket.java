package org.atelier.provider;

import java.util.Objects;
import java.util.Optional;

/**
 * How the provider knows a film that it accepted. Whoever gets one stores it: without it the film is paid for and lost.
 *
 * @param id the provider's own; opaque, never shown to a person
 * @param pollingUrl where it says the film can be asked after, as it said it: relative, absolute or not at all
 */
public record FilmTicket(String id, Optional<String> pollingUrl) {

    public FilmTicket {
        Objects.requireNonNull(pollingUrl);
        if (id.isBlank()) {
            throw new IllegalArgumentException("A film that was accepted has an id");
        }
    }
}
