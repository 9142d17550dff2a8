package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.users.Users;
import org.atelier.web.Caller;

/** What administrators do about somebody's way in. Its path is letter by letter that of the list of accounts: JAX-RS looks no further. */
@ApplicationScoped
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {
    @Inject
    private Users users;

    @Inject
    private Resets resets;

    @Inject
    private Sessions sessions;

    @Inject
    private Departures departures;

    @Inject
    private Trail trail;

    @POST
    @Path("/{id}/password-reset")
    public Response makeLink(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        var link = resets.make(known(request, id));
        trail.didTo(Actor.of(request), Action.PASSWORD_RESET_ISSUED, id);
        return Response.status(Response.Status.CREATED).entity(link).build();
    }

    /** Where that person is signed in. */
    @GET
    @Path("/{id}/sessions")
    public Object sessions(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        return new SessionsResource.Places(sessions.of(known(request, id)));
    }

    /** How many of what would be erased with the account, and of what stays. */
    @GET
    @Path("/{id}/deletion")
    public Object whatGoes(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        return DeletionResource.Counted.of(departures.whatGoes(known(request, id)));
    }

    @DELETE
    @Path("/{id}/sessions")
    public void signOut(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        sessions.endAll(known(request, id));
        trail.didTo(Actor.of(request), Action.SESSIONS_ENDED, id);
    }

    private UUID known(HttpServletRequest request, UUID id) {
        Caller.of(request).administrator();
        return users.find(id).orElseThrow(NotFoundException::new).id();
    }
}
