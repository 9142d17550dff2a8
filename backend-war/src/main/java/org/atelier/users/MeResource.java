package org.atelier.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.atelier.web.Caller;

/** The own account. */
@ApplicationScoped
@Path("/users/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    @Inject
    private Users users;

    @GET
    public User me(@Context HttpServletRequest request) {
        return users.find(Caller.of(request).userId()).orElseThrow(NotFoundException::new);
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public User change(@Context HttpServletRequest request, Profile profile) {
        return users.change(Caller.of(request).userId(), profile);
    }
}
