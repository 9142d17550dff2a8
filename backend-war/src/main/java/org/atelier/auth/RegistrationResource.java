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
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.settings.Settings;
import org.atelier.users.Email;
import org.atelier.users.EmailAlreadyRegistered;
import org.atelier.users.Origin;
import org.atelier.users.Profile;
import org.atelier.users.UserStatus;
import org.atelier.users.Users;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;

/** Becoming somebody here: the first administrator by the setup link, everybody else as the operator allows. */
@ApplicationScoped
@Path("/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {
    @Inject
    private Settings settings;

    @Inject
    private Accounts accounts;

    @Inject
    private Users users;

    @Inject
    private SetupLink setupLink;

    @Inject
    private Throttles throttles;

    @Inject
    private ClientAddress addresses;

    @Inject
    private Trail trail;

    /** The printed token and the first administrator's credentials. */
    public record Setup(String token, String email, String password) {}

    /** Who wants to come in. */
    public record Registration(String email, String password, Optional<String> displayName) {}

    @POST
    @Path("/setup")
    public CompletionStage<Object> setUp(@Context HttpServletRequest request, Setup given) {
        throttles.beforeLink(addresses.of(request));
        if (!setupLink.opens(given.token())) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    "This setup link is not valid any more. Use the one from the log of the last start, or sign in.");
        }
        var email = Email.of(given.email());
        var password = PasswordRule.accepted("password", given.password(), email);
        var administrator = Accounts.newcomer(email, Optional.empty(), Role.ADMIN, UserStatus.ACTIVE, Origin.MADE);
        var actor = Actor.of(request).as(administrator.id(), email.address());
        return accounts.setUp(administrator, password, Device.of(request.getHeader("User-Agent")))
                .handle((signedIn, failed) -> {
                    if (failed != null) {
                        throw told(failed, addresses.of(request));
                    }
                    setupLink.used();
                    trail.created(actor, administrator);
                    trail.did(actor, Action.SIGN_IN, administrator);
                    return signedIn;
                });
    }

    @POST
    @Path("/register")
    public CompletionStage<Response> register(@Context HttpServletRequest request, Registration given) {
        var signUp = SignUp.of(settings);
        if (signUp == SignUp.CLOSED) {
            throw Problem.of(ProblemType.FORBIDDEN, "Nobody can register here. Ask the operator for an account.");
        }
        var address = addresses.of(request);
        throttles.beforeRegistration(address);
        var email = Email.of(given.email());
        var password = PasswordRule.accepted("password", given.password(), email);
        if (users.find(email).isPresent()) {
            throw taken(address);
        }
        var name = given.displayName().filter(text -> !text.isBlank()).map(Profile::displayName);
        var origin = SignUp.demo(settings) ? Origin.REGISTERED_IN_DEMO : Origin.REGISTERED;
        var newcomer = Accounts.newcomer(email, name, Role.USER, signUp.statusOfNewcomers(), origin);
        var actor = Actor.of(request).as(newcomer.id(), email.address());
        return accounts.register(newcomer, password).handle((user, failed) -> {
            if (failed != null) {
                throw told(failed, address);
            }
            trail.created(actor, user);
            return Response.status(Response.Status.CREATED).entity(user).build();
        });
    }

    private RuntimeException told(Throwable failed, String address) {
        var cause = failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        return cause instanceof EmailAlreadyRegistered ? taken(address) : new CompletionException(cause);
    }

    private Problem taken(String address) {
        throttles.beforeTakenAnswer(address);
        return Problem.of(
                ProblemType.EMAIL_TAKEN, "There is an account with this address. Sign in, or register another one.");
    }
}
