package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.atelier.users.Users;
import org.atelier.web.Caller;

/** What an administrator sees of somebody's spending. Its path is letter by letter that of the list of accounts: JAX-RS looks no further. */
@ApplicationScoped
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
public class PersonUsageResource {
    @Inject
    private Users users;

    @Inject
    private UsageResource usage;

    @GET
    @Path("/{id}/usage")
    public UsageResource.Spent spent(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        Caller.of(request).administrator();
        return usage.spent(users.find(id).orElseThrow(NotFoundException::new).id());
    }
}
