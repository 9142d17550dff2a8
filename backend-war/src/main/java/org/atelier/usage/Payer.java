package org.atelier.usage;

import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Caller;

/** Who pays for a call. @param keyId the API key with which it was asked for, whose own budget it must fit in too */
public record Payer(UUID userId, Optional<UUID> keyId) {

    public static Payer of(Caller caller) {
        return new Payer(caller.userId(), caller.keyId());
    }

    /** Somebody who was signed in. */
    public static Payer person(UUID userId) {
        return new Payer(userId, Optional.empty());
    }
}
