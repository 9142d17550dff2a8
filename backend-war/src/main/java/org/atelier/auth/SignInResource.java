package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.users.Email;
import org.atelier.users.User;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** In and out, and staying in. */
@ApplicationScoped
@Path("/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SignInResource {
    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private Throttles throttles;

    @Inject
    private ClientAddress addresses;

    @Inject
    private Trail trail;

    /** An address and its password. */
    public record Credentials(String email, String password) {}

    /** A refresh token, as the last sign-in or refresh gave it. */
    public record Refresh(String refreshToken) {}

    @POST
    @Path("/login")
    public CompletionStage<Object> login(@Context HttpServletRequest request, Credentials given) {
        var email = Email.of(given.email());
        if (given.password() == null) {
            throw Problem.field("password", "is missing");
        }
        var address = addresses.of(request);
        var userAgent = request.getHeader("User-Agent");
        var actor = Actor.of(request);
        throttled(email, address, actor);
        return accounts.recognise(email, given.password()).thenApply(recognised -> {
            if (recognised.isEmpty()) {
                trail.signInFailed(actor, email, "wrong-password");
                throw Problem.of(ProblemType.UNAUTHENTICATED, "E-mail address or password is wrong. Try again.");
            }
            var user = recognised.get();
            throttles.rightPassword(email, address);
            if (!user.active()) {
                trail.signInFailed(actor, email, user.status().name().toLowerCase(Locale.ROOT));
            }
            var opened = accounts.open(admitted(user), Device.of(userAgent));
            trail.did(actor.as(user.id(), email.address()), Action.SIGN_IN, user);
            return opened;
        });
    }

    private void throttled(Email email, String address, Actor actor) {
        try {
            throttles.beforeSignIn(email, address);
        } catch (Problem tooMany) {
            trail.throttled(actor, email);
            throw tooMany;
        }
    }

    private static User admitted(User user) {
        return switch (user.status()) {
            case ACTIVE -> user;
            case PENDING ->
                throw Problem.of(ProblemType.ACCOUNT_PENDING, "An administrator has to approve this account first.");
            case DISABLED -> throw Problem.of(ProblemType.FORBIDDEN, "This account is disabled. Ask an administrator.");
        };
    }

    @POST
    @Path("/refresh")
    public Object refresh(@Context HttpServletRequest request, Refresh given) {
        var address = addresses.of(request);
        throttles.beforeRefresh(address);
        var opened = Optional.ofNullable(given.refreshToken())
                .flatMap(RefreshToken::parse)
                .flatMap(token -> {
                    throttles.beforeRefresh(token.sessionId());
                    return accounts.refresh(token);
                })
                .orElseThrow(() -> Problem.of(
                        ProblemType.UNAUTHENTICATED, "The refresh token is not valid any more. Sign in again."));
        throttles.rightRefresh(address);
        return opened;
    }

    @POST
    @Path("/logout")
    public void logout(@Context HttpServletRequest request, Optional<Refresh> given) {
        var caller = Caller.of(request);
        sessions.end(caller.sessionId());
        trail.didToSelf(Actor.of(request), Action.SIGN_OUT);
        Optional.ofNullable(given)
                .flatMap(body -> body)
                .map(Refresh::refreshToken)
                .flatMap(RefreshToken::parse)
                .ifPresent(token -> sessions.endBy(token, caller.userId()));
    }
}
