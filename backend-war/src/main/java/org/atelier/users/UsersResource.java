package org.atelier.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.web.Caller;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;

/** Everybody's account, for administrators: who waits for approval, who may come in, who decides. */
@ApplicationScoped
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    @Inject
    private Users users;

    @Inject
    private Audit audit;

    @GET
    public Page<User> list(
            @Context HttpServletRequest request,
            @BeanParam UserFilter filter,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Caller.of(request).administrator();
        var page = PageRequest.of(limit, cursor, 1);
        var found = users.all(filter.predicate())
                .filter(user -> page.after()
                        .filter(key -> user.id().toString().compareTo(key.get(0)) >= 0)
                        .isEmpty())
                .limit(page.limitAndOne())
                .toList();
        return Page.of(found, page, user -> List.of(user.id().toString()));
    }

    @GET
    @Path("/{id}")
    public User one(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        Caller.of(request).administrator();
        return users.find(id).orElseThrow(NotFoundException::new);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public User change(@Context HttpServletRequest request, @PathParam("id") UUID id, Standing standing) {
        Caller.of(request).administrator();
        var changed = users.change(id, standing);
        Decisions.tell(audit, Actor.of(request), changed);
        return changed.after();
    }
}
