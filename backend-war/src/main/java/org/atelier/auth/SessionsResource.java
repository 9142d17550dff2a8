package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.web.Caller;

/** Where I am signed in, and out there. */
@ApplicationScoped
@Path("/users/me/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @Inject
    private Sessions sessions;

    @Inject
    private Trail trail;

    /** Few enough to be told at once: a sign-in that is not used is over after 30 days. */
    record Places(List<SignInPlace> items) {}

    @GET
    public Object list(@Context HttpServletRequest request) {
        var caller = Caller.of(request);
        return new Places(sessions.of(caller.userId()).stream()
                .map(place -> place.seenFrom(caller.sessionId()))
                .toList());
    }

    @DELETE
    @Path("/{id}")
    public void end(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        if (!sessions.belongs(id, Caller.of(request).userId())) {
            throw new NotFoundException();
        }
        sessions.end(id);
        trail.didToSelf(Actor.of(request), Action.SESSIONS_ENDED);
    }
}
