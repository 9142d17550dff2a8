package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.users.SignedOut;

/** Hands the keys of this installation to those who need one; what it makes needs no container and is tested without. */
@ApplicationScoped
class Wiring {
    private static final Clock CLOCK = Clock.systemUTC();

    @Produces
    @Singleton
    AccessTokens accessTokens(Settings settings) {
        return new AccessTokens(
                new Keys(settings.dataDir()).key("access-token"),
                CLOCK,
                Duration.ofSeconds(settings.number(Setting.ACCESS_TOKEN_SECONDS)));
    }

    @Produces
    @Singleton
    Sessions sessions(Settings settings, Database database, Event<SignedOut> signedOut) {
        return new Sessions(
                database,
                new RefreshRule(new Keys(settings.dataDir()).key("refresh-token")),
                CLOCK,
                id -> signedOut.fire(new SignedOut(id)));
    }

    @Produces
    @Singleton
    ClientAddress clientAddress(Settings settings) {
        return new ClientAddress(settings.text(Setting.INTERNAL_KEY)
                .map(given -> Base64.getDecoder().decode(given))
                .orElseGet(() -> new Keys(settings.dataDir()).key("internal")));
    }

    /** A key that cannot be read ends the start with its sentence, not somebody's sign-in with a failure. */
    void start(@Observes DatabaseReady ready, AccessTokens tokens, Sessions sessions, ClientAddress addresses) {
        // Being handed all of them is the check.
    }

    @Produces
    @Singleton
    Throttles throttles() {
        return new Throttles(CLOCK);
    }
}
