package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.atelier.database.Database;
import org.atelier.users.Email;
import org.atelier.users.EmailAlreadyRegistered;
import org.atelier.users.Origin;
import org.atelier.users.User;
import org.atelier.users.UserStatus;
import org.atelier.users.Users;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;

/** Opens accounts and lets their owners in. */
@ApplicationScoped
class Accounts {
    @Inject
    private Database database;

    @Inject
    private Users users;

    @Inject
    private Passwords passwords;

    @Inject
    private Sessions sessions;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private Resets resets;

    static User newcomer(Email email, Optional<String> displayName, Role role, UserStatus status, Origin origin) {
        return new User(
                Database.newId(),
                email,
                displayName.orElse(email.localPart()),
                role,
                status,
                origin,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                // Databases keep microseconds; what is shown now shall be what is read later.
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** @throws EmailAlreadyRegistered inside the stage */
    CompletionStage<User> register(User user, String password) {
        return passwords.hash(password).thenApply(hash -> {
            database.write(handle -> {
                Users.insert(handle, user);
                PasswordTable.insert(handle, user.id(), hash, user.createdAt());
                return null;
            });
            users.remember(user);
            return user;
        });
    }

    /** Stores an account whose owner has yet to choose a password, with the link for that. */
    Resets.Link make(User user) {
        var link = resets.draw();
        database.write(handle -> {
            Users.insert(handle, user);
            resets.store(handle, link, user.id());
            return null;
        });
        users.remember(user);
        return link;
    }

    /** Makes the first administrator and signs in; of two that come at once one wins. */
    CompletionStage<SignedIn> setUp(User administrator, String password, Device device) {
        return passwords.hash(password).thenApply(hash -> {
            insertFirst(administrator, hash);
            return open(administrator, device);
        });
    }

    void insertFirst(User administrator, String hash) {
        database.write(handle -> {
            if (Users.anyAdministrator(handle)) {
                throw Problem.of(ProblemType.CONFLICT, "There is an administrator already. Sign in instead.");
            }
            Users.insert(handle, administrator);
            PasswordTable.insert(handle, administrator.id(), hash, administrator.createdAt());
            return null;
        });
        users.remember(administrator);
    }

    /** @return empty for an unknown address as for a wrong password, after the same time */
    CompletionStage<Optional<User>> recognise(Email email, String password) {
        var user = users.find(email);
        var hash = user.flatMap(known -> database.read(handle -> PasswordTable.hash(handle, known.id())));
        return passwords.matches(PasswordRule.normal(password), hash).thenApply(right -> user.filter(known -> right));
    }

    SignedIn open(User user, Device device) {
        var id = Database.newId();
        return answer(user, database.write(handle -> sessions.begin(handle, user.id(), id, device)));
    }

    Optional<SignedIn> refresh(RefreshToken token) {
        return sessions.refresh(token)
                .flatMap(continued -> users.find(continued.session().userId())
                        .filter(User::active)
                        .map(user -> answer(user, continued)));
    }

    private SignedIn answer(User user, Sessions.Continued continued) {
        var session = continued.session();
        return new SignedIn(
                accessTokens.issue(user.id(), session.id()),
                "Bearer",
                accessTokens.lifetime().toSeconds(),
                continued.token().text(),
                Duration.between(Instant.now(), session.expiresAt()).toSeconds(),
                user);
    }

    /** Everywhere else, whoever is signed in with the old password is signed in no more. */
    CompletionStage<Void> changePassword(Caller caller, String password) {
        return passwords
                .hash(password)
                .thenAccept(hash -> sessions.publishEnded(database.write(handle -> {
                    PasswordTable.update(handle, caller.userId(), hash, Instant.now());
                    ResetTable.deleteOf(handle, caller.userId());
                    return sessions.endOthers(handle, caller.userId(), caller.sessionId());
                })));
    }
}
