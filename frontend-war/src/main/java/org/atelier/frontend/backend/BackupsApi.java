package org.atelier.frontend.backend;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Copies of everything that is kept. */
@Produces(MediaType.APPLICATION_JSON)
public interface BackupsApi {

    @GET
    @Path("/api/admin/backups")
    Backups list(@BeanParam Asker asker);

    @POST
    @Path("/api/admin/backups")
    Backup make(@BeanParam Asker asker);

    @DELETE
    @Path("/api/admin/backups/{id}")
    void delete(@BeanParam Asker asker, @PathParam("id") String id);

    /**
     * @param items the newest first
     * @param folder where they lie on the server
     * @param at when one is made every day, in UTC; null: none is made by itself
     * @param keep how many of those are kept
     */
    record Backups(List<Backup> items, String folder, String at, int keep) {}

    /**
     * @param state {@code running}, {@code complete} or {@code failed}
     * @param madeBy {@code person}, {@code command} or {@code schedule}
     * @param user null: nobody in person
     * @param missing files that were gone already
     * @param done bytes that are copied; null: it has ended
     * @param toDo bytes that will be, as far as that is known
     * @param error null: nothing went wrong
     */
    record Backup(
            String id,
            String state,
            String madeBy,
            Maker user,
            String createdAt,
            String finishedAt,
            long files,
            long bytes,
            long missing,
            Long done,
            Long toDo,
            Problem error) {}

    /** @param email null: gone meanwhile */
    record Maker(String id, String email) {}
}
