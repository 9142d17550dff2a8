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
import java.time.LocalTime;
import org.atelier.audit.Actor;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.users.Users;
import org.atelier.web.Caller;

/** Backups for administrators. */
@ApplicationScoped
@Path("/admin/backups")
@Produces(MediaType.APPLICATION_JSON)
public class BackupsResource {
    @Inject
    private Backups backups;

    @Inject
    private Users users;

    @Inject
    private Settings settings;

    @GET
    public BackupsView list(@Context HttpServletRequest request) {
        Caller.of(request).administrator();
        return new BackupsView(
                backups.list().stream().map(this::named).toList(),
                null,
                backups.root().toString(),
                settings.text(Setting.BACKUP_AT).map(LocalTime::parse),
                settings.number(Setting.BACKUP_KEEP));
    }

    /** @return 202 with the backup that has begun, and its address in {@code Location} */
    @POST
    public Response make(@Context HttpServletRequest request) {
        Caller.of(request).administrator();
        var begun = named(backups.begin(MadeBy.PERSON, Actor.of(request), ended -> {}));
        return Response.accepted(begun)
                .location(URI.create("/api/admin/backups/" + begun.id()))
                .build();
    }

    /** @return 404 when it is gone */
    @GET
    @Path("/{id}")
    public BackupView one(@Context HttpServletRequest request, @PathParam("id") String id) {
        Caller.of(request).administrator();
        return named(backups.find(id));
    }

    /** Whoever made it; 409 while it is being made. */
    @DELETE
    @Path("/{id}")
    public void delete(@Context HttpServletRequest request, @PathParam("id") String id) {
        Caller.of(request).administrator();
        backups.delete(id, Actor.of(request));
    }

    private BackupView named(BackupView backup) {
        return backup.named(id -> users.find(id).map(user -> user.email().address()));
    }
}
