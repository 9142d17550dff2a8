package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.users.Users;
import org.atelier.web.Caller;

/** A new password for whoever knows the old one. */
@ApplicationScoped
@Path("/users/me/password")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {
    @Inject
    private Accounts accounts;

    @Inject
    private Users users;

    @Inject
    private OwnPassword ownPassword;

    @Inject
    private Trail trail;

    /** The password as it was and as it shall be. */
    public record PasswordChange(String currentPassword, String newPassword) {}

    @POST
    public CompletionStage<Response> change(@Context HttpServletRequest request, PasswordChange given) {
        var caller = Caller.of(request);
        var actor = Actor.of(request);
        var email =
                users.find(caller.userId()).orElseThrow(NotFoundException::new).email();
        var accepted = PasswordRule.accepted("new_password", given.newPassword(), email);
        return ownPassword
                .confirmed(request, "current_password", given.currentPassword())
                .thenCompose(me -> accounts.changePassword(caller, accepted))
                .thenRun(() -> trail.didToSelf(actor, Action.PASSWORD_CHANGED))
                .thenApply(done -> Response.noContent().build());
    }
}
