package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.atelier.audit.Actor;
import org.atelier.users.Email;
import org.atelier.users.EmailAlreadyRegistered;
import org.atelier.users.Origin;
import org.atelier.users.Profile;
import org.atelier.users.User;
import org.atelier.users.UserStatus;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;

/**
 * Accounts that administrators make and take away. Nobody invents a password for somebody else: a new account comes with a link. Its path is
 * letter by letter that of the list of accounts: JAX-RS looks no further.
 */
@ApplicationScoped
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {
    @Inject
    private Accounts accounts;

    @Inject
    private Departures departures;

    @Inject
    private Trail trail;

    /** Whose account it shall be; a user's unless a role is named. */
    public record NewAccount(String email, Optional<String> displayName, Optional<Role> role) {}

    /** The account, and the link with which its owner chooses a password. */
    record Made(User user, Resets.Link passwordReset) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@Context HttpServletRequest request, NewAccount given) {
        Caller.of(request).administrator();
        var email = Email.of(given.email());
        var name = given.displayName().filter(text -> !text.isBlank()).map(Profile::displayName);
        var user = Accounts.newcomer(email, name, given.role().orElse(Role.USER), UserStatus.ACTIVE, Origin.MADE);
        try {
            var made = new Made(user, accounts.make(user));
            trail.created(Actor.of(request), user);
            return Response.created(URI.create("/api/users/" + user.id()))
                    .entity(made)
                    .build();
        } catch (EmailAlreadyRegistered taken) {
            throw Problem.of(ProblemType.EMAIL_TAKEN, "There is an account with this address already.");
        }
    }

    @DELETE
    @Path("/{id}")
    public CompletionStage<Response> delete(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        if (Caller.of(request).administrator().userId().equals(id)) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "The own account goes by /api/users/me/deletion, which asks for the password.");
        }
        return departures.erase(Actor.of(request), id).thenApply(done -> Response.noContent()
                .build());
    }
}
