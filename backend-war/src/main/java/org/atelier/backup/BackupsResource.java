package org.atelier.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.atelier.audit.Actor;
import org.atelier.web.Caller;
import org.atelier.web.Page;

/** Backups for administrators. */
@ApplicationScoped
@Path("/admin/backups")
@Produces(MediaType.APPLICATION_JSON)
public class BackupsResource {
    @Inject
    private Backups backups;

    @GET
    public Page<BackupView> list(@Context HttpServletRequest request) {
        Caller.of(request).administrator();
        return new Page<>(backups.list(), null);
    }

    /** @return 202 with the backup that has begun, and its address in {@code Location} */
    @POST
    public Response make(@Context HttpServletRequest request) {
        Caller.of(request).administrator();
        var begun = backups.begin(MadeBy.PERSON, Actor.of(request), ended -> {});
        return Response.accepted(begun)
                .location(URI.create("/api/admin/backups/" + begun.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    public BackupView one(@Context HttpServletRequest request, @PathParam("id") String id) {
        Caller.of(request).administrator();
        return backups.find(id);
    }

    @DELETE
    @Path("/{id}")
    public void delete(@Context HttpServletRequest request, @PathParam("id") String id) {
        Caller.of(request).administrator();
        backups.delete(id, Actor.of(request));
    }
}
