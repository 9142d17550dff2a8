package org.atelier.auth;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atelier.audit.Actor;
import org.atelier.keys.ApiKey;
import org.atelier.keys.ApiKeys;
import org.atelier.keys.KeySecret;
import org.atelier.keys.Scope;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Problems;
import org.atelier.web.RequestId;
import org.atelier.web.RequestLog;
import org.atelier.web.Role;

/**
 * The one choke point: every request passes here, and none goes on without a caller unless {@link OpenRoutes} lists its route.
 * Whether the account still may, in which role, and whether the session has ended or the key was revoked is asked of memory at every
 * request. A key goes only where {@link KeyRoutes} lets it.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Gate extends HttpFilter {
    private static final String SCHEME = "Bearer ";

    @Inject
    private transient AccessTokens tokens;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient Users users;

    @Inject
    private transient ApiKeys keys;

    @Inject
    private transient ClientAddress addresses;

    @Inject
    private transient Cors cors;

    public Gate() {}

    Gate(AccessTokens tokens, Sessions sessions, Users users, ApiKeys keys) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.users = users;
        this.keys = keys;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestId.assign(request, response);
        var log = RequestLog.begin(request, response);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        try {
            var path =
                    request.getRequestURI().substring(request.getContextPath().length());
            if (path.startsWith("/api/") && cors.answers(request, response)) {
                return;
            }
            var caller = admit(request.getMethod(), path, request.getHeader("Authorization"));
            actor(request, caller).attachTo(request);
            caller.ifPresent(somebody -> somebody.attachTo(request));
            chain.doFilter(request, response);
        } catch (Problem problem) {
            Problems.write(request, response, problem);
        } catch (RuntimeException | ServletException failed) {
            var cause = failed instanceof ServletException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : failed;
            Problems.write(request, response, Problems.from(cause, RequestId.of(request)));
        } finally {
            log.filtersAreThrough();
        }
    }

    private Actor actor(HttpServletRequest request, Optional<Caller> caller) {
        var nobody = Actor.nobody(addresses.of(request), RequestId.of(request));
        return caller.flatMap(somebody -> users.find(somebody.userId()))
                .map(user -> nobody.as(user.id(), user.email().address()).with(caller.flatMap(Caller::keyId)))
                .orElse(nobody);
    }

    /**
     * @param path undecoded
     * @return the caller, none on an open route
     * @throws Problem that sends the request away
     */
    Optional<Caller> admit(String method, String path, String authorization) {
        if (!OpenRoutes.exists(path)) {
            throw Problem.of(ProblemType.NOT_FOUND, "There is nothing here. The API begins at /api/.");
        }
        if (OpenRoutes.contain(method, path)) {
            return Optional.empty();
        }
        var credential = credential(authorization).orElseThrow(Gate::unknown);
        if (KeySecret.isMeantBy(credential)) {
            return Optional.of(program(new KeySecret(credential), method, path));
        }
        return Optional.of(person(credential).orElseThrow(Gate::unknown));
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
    private Caller program(KeySecret secret, String method, String path) {
        var key = keys.admit(secret).orElseThrow(Gate::unknown);
        var owner = users.find(key.userId()).filter(User::active).orElseThrow(Gate::unknown);
        mayGo(key, method, path);
        return Caller.byKey(owner.id(), key.scopes().contains(Scope.ADMIN) ? owner.role() : Role.USER, key.id());
    }

    private static void mayGo(ApiKey key, String method, String path) {
        var enough = KeyRoutes.scopes(method, path)
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
