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
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;

/** A new password for whoever holds a link that an administrator made. */
@ApplicationScoped
@Path("/auth/password-reset")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ResetResource {
    @Inject
    private Resets resets;

    @Inject
    private Passwords passwords;

    @Inject
    private Throttles throttles;

    @Inject
    private ClientAddress addresses;

    @Inject
    private Trail trail;

    /** The token of the link, and the password that shall hold from now on. */
    public record Reset(String token, String newPassword) {}

    @POST
    public CompletionStage<Response> reset(@Context HttpServletRequest request, Reset given) {
        var address = addresses.of(request);
        throttles.beforeLink(address);
        var owner = resets.owner(given.token());
        var accepted = PasswordRule.accepted("new_password", given.newPassword(), owner.email());
        var actor = Actor.of(request).as(owner.id(), owner.email().address());
        return passwords.hash(accepted).thenApply(hash -> {
            resets.use(given.token(), hash);
            throttles.rightLink(address);
            trail.did(actor, Action.PASSWORD_CHANGED, owner, Map.of("by", "link"));
            return Response.noContent().build();
        });
    }
}
