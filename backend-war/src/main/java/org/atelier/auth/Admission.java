package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atelier.keys.ApiKey;
import org.atelier.keys.ApiKeys;
import org.atelier.keys.KeySecret;
import org.atelier.keys.Scope;
import org.atelier.limits.Rates;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;

/**
 * Who comes in: nobody without a caller unless {@link OpenRoutes} lists the route, nor more often than {@link Rates} allows. Whether the
 * account still may, in which role, and whether the session has ended or the key was revoked is asked of memory at every request. A key
 * goes only where {@link KeyRoutes} lets it.
 */
@ApplicationScoped
public class Admission {
    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final Sessions sessions;
    private final Users users;
    private final ApiKeys keys;
    private final Rates rates;

    @Inject
    Admission(AccessTokens tokens, Sessions sessions, Users users, ApiKeys keys, Rates rates) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.users = users;
        this.keys = keys;
        this.rates = rates;
    }

    /** For the container's proxy only. */
    protected Admission() {
        this(null, null, null, null, null);
    }

    /**
     * @param path undecoded
     * @return the caller, none on an open route
     * @throws Problem that sends the request away
     */
    Optional<Caller> admit(String method, String path, String authorization) {
        if (!OpenRoutes.exists(path)) {
            throw nothing();
        }
        if (OpenRoutes.contain(method, path)) {
            return Optional.empty();
        }
        var caller = caller(method, path, credential(authorization).orElseThrow(Admission::unknown));
        if (Spelling.leadsElsewhere(path)) {
            throw nothing();
        }
        return Optional.of(caller);
    }

    private static Problem nothing() {
        return Problem.of(ProblemType.NOT_FOUND, "There is nothing here. The API begins at /api/.");
    }

    private Caller caller(String method, String path, String credential) {
        if (KeySecret.isMeantBy(credential)) {
            var key = keys.admit(new KeySecret(credential)).orElseThrow(Admission::unknown);
            var program = counted(program(key));
            mayGo(key, method, path);
            return program;
        }
        return counted(person(credential).orElseThrow(Admission::unknown));
    }

    private static Optional<String> credential(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private static Problem unknown() {
        return Problem.of(
                ProblemType.UNAUTHENTICATED,
                "This needs a valid access token or API key. Sign in, or make a key, and send it as a Bearer token.");
    }

    private Optional<Caller> person(String token) {
        return tokens.check(token)
                .filter(access -> !sessions.ended(access.sessionId()))
                .flatMap(access -> users.find(access.userId())
                        .filter(User::active)
                        .map(user -> new Caller(user.id(), user.role(), access.sessionId())));
    }

    /** Whoever owns the key, with the part of their rights that the key has. */
    private Caller program(ApiKey key) {
        var owner = users.find(key.userId()).filter(User::active).orElseThrow(Admission::unknown);
        return Caller.byKey(owner.id(), key.scopes().contains(Scope.ADMIN) ? owner.role() : Role.USER, key.id());
    }

    private Caller counted(Caller caller) {
        rates.of(caller);
        return caller;
    }

    private static void mayGo(ApiKey key, String method, String path) {
        var enough = KeyRoutes.find(method, path)
                .map(KeyRoutes.Listed::scopes)
                .filter(scopes -> !scopes.isEmpty())
                .orElseThrow(() -> Problem.of(
                        ProblemType.FORBIDDEN,
                        "An API key cannot do this. Sign in and send the access token instead."));
        if (Collections.disjoint(enough, key.scopes())) {
            throw Problem.of(
                            ProblemType.FORBIDDEN,
                            "This API key may not do this: it would need the scope "
                                    + enough.stream().map(Scope::word).collect(Collectors.joining(" or "))
                                    + ". Make a key that has it.")
                    .with("scopes", enough);
        }
    }
}
