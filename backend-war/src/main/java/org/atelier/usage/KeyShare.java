package org.atelier.usage;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.atelier.users.Budget;

/** The API key that a call is made with. @param budget within which it has to be, beside that of the key's owner */
public record KeyShare(UUID id, Optional<Budget> budget) {
    public KeyShare {
        Objects.requireNonNull(id);
        Objects.requireNonNull(budget);
    }
}
