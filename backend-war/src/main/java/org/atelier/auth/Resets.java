package org.atelier.auth;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.jdbi.v3.core.Handle;

/** Links with which a person chooses a new password once, within a day; whoever makes one hands it over, no mail is sent. */
@ApplicationScoped
class Resets {
    static final Duration LIFETIME = Duration.ofHours(24);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Sessions sessions;
    private final Users users;
    private final Clock clock;

    @Inject
    Resets(Database database, Sessions sessions, Users users) {
        this(database, sessions, users, Clock.systemUTC());
    }

    Resets(Database database, Sessions sessions, Users users, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.users = users;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected Resets() {
        this(null, null, null, null);
    }

    /** @param path on the site, to be completed by whoever knows its address */
    record Link(String path, Instant expiresAt, @JsonIgnore String digest) {}

    /** Nothing is stored before {@link #store}. */
    Link draw() {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var expires = clock.instant().plus(LIFETIME).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        return new Link("/reset?token=" + token, expires, digest(token));
    }

    /** Part of a unit of work; an older link of that account is worth nothing any more. */
    void store(Handle handle, Link link, UUID userId) {
        ResetTable.replace(handle, link.digest(), userId, clock.instant(), link.expiresAt());
    }

    Link make(UUID userId) {
        var link = draw();
        database.write(handle -> {
            store(handle, link, userId);
            return null;
        });
        return link;
    }

    /** @throws Problem 403 for a link that is used, replaced, too old or invented */
    User owner(String token) {
        return Optional.ofNullable(token)
                .flatMap(some -> database.read(handle -> ResetTable.owner(handle, digest(some), clock.instant())))
                .flatMap(users::find)
                .orElseThrow(Resets::worthless);
    }

    /** Uses the link up: of two that come at once one wins, and nobody stays signed in. */
    void use(String token, String hash) {
        var now = clock.instant();
        sessions.publishEnded(database.write(handle -> {
            var owner = ResetTable.owner(handle, digest(token), now).orElseThrow(Resets::worthless);
            ResetTable.deleteOf(handle, owner);
            PasswordTable.put(handle, owner, hash, now);
            return sessions.endAll(handle, owner);
        }));
    }

    /** Forgets links that are too old. @return how many */
    int purge() {
        return database.write(handle -> ResetTable.purge(handle, clock.instant()));
    }

    private static Problem worthless() {
        return Problem.of(
                ProblemType.FORBIDDEN, "This link is used or too old. Ask for a new one, and use it within a day.");
    }

    private static String digest(String token) {
        return Digests.hex(token.getBytes(StandardCharsets.UTF_8));
    }
}
