package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
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

    @POST
    @Path("/{id}/password-reset")
    public Response makeLink(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        return Response.status(Response.Status.CREATED)
                .entity(resets.make(known(request, id)))
                .build();
    }

    @DELETE
    @Path("/{id}/sessions")
    public void signOut(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        sessions.endAll(known(request, id));
    }

    private UUID known(HttpServletRequest request, UUID id) {
        Caller.of(request).administrator();
        return users.find(id).orElseThrow(NotFoundException::new).id();
    }
}
