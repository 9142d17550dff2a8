package org.atelier.auth;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.atelier.audit.Actor;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Problems;
import org.atelier.web.RequestId;
import org.atelier.web.RequestLog;

/**
 * The one choke point: every request passes here, and none goes on without a caller unless {@link OpenRoutes} lists its route.
 * Whether the account still may, in which role, and whether the session has ended is asked of memory at every request.
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
    private transient ClientAddress addresses;

    public Gate() {}

    Gate(AccessTokens tokens, Sessions sessions, Users users) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.users = users;
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
                .map(user -> nobody.as(user.id(), user.email().address()))
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
        var caller = caller(authorization)
                .orElseThrow(() -> Problem.of(
                        ProblemType.UNAUTHENTICATED,
                        "This needs a valid access token. Sign in and send it as a Bearer token."));
        return Optional.of(caller);
    }

    private Optional<Caller> caller(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return tokens.check(authorization.substring(SCHEME.length()).strip())
                .filter(access -> !sessions.ended(access.sessionId()))
                .flatMap(access -> users.find(access.userId())
                        .filter(User::active)
                        .map(user -> new Caller(user.id(), user.role(), access.sessionId())));
    }
}
