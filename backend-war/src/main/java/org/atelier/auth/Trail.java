package org.atelier.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.users.Email;
import org.atelier.users.User;
import org.atelier.users.Users;

/** Tells the audit who came in, who tried to, and what became of accounts. */
@ApplicationScoped
class Trail {
    @Inject
    private Audit audit;

    @Inject
    private Users users;

    /** Who is held back guesses on: one line a minute says so, not one an attempt. */
    private final Cache<String, Boolean> toldOfThrottling = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    void did(Actor actor, Action action, User user) {
        did(actor, action, user, Map.of());
    }

    void did(Actor actor, Action action, User user, Map<String, ?> after) {
        audit.record(actor, action, target(user), Map.of(), after);
    }

    /** What the caller did to the own account. */
    void didToSelf(Actor actor, Action action) {
        actor.userId().flatMap(users::find).ifPresent(user -> did(actor, action, user));
    }

    void didTo(Actor actor, Action action, UUID userId) {
        users.find(userId).ifPresent(user -> did(actor, action, user));
    }

    void created(Actor actor, User user) {
        did(
                actor,
                Action.ACCOUNT_CREATED,
                user,
                Map.of("origin", user.origin(), "role", user.role(), "status", user.status()));
    }

    /** @param email of somebody or nobody here */
    void signInFailed(Actor actor, Email email, String reason) {
        audit.record(
                actor.claiming(email.address()),
                Action.SIGN_IN_FAILED,
                users.find(email).map(Trail::target).orElse(Target.unknownUser()),
                Map.of(),
                Map.of("reason", reason));
    }

    void throttled(Actor actor, Email email) {
        if (toldOfThrottling.asMap().putIfAbsent(email + " " + actor.address(), true) == null) {
            signInFailed(actor, email, "too-many");
        }
    }

    private static Target target(User user) {
        return Target.user(user.id(), user.email().address());
    }
}
