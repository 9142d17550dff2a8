package org.atelier.gallery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.atelier.web.Caller;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;

/** A person's items. */
@ApplicationScoped
@Path("/gallery")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GalleryResource {
    @Inject
    private Gallery gallery;

    @Context
    private HttpServletRequest request;

    /** Names with the number of items each has. */
    public record Counts(List<GalleryTable.Count> items) {}

    @GET
    public Page<GalleryItem> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return gallery.page(
                caller(),
                GalleryQuery.of(request::getParameter),
                PageRequest.of(limit, cursor, PlaceInGallery.COLUMNS));
    }

    @GET
    @Path("/albums")
    public Counts albums() {
        return new Counts(gallery.albums(caller()));
    }

    @GET
    @Path("/models")
    public Counts models() {
        return new Counts(gallery.models(caller()));
    }

    @POST
    @Path("/batch")
    public void batch(ObjectNode body) {
        gallery.change(caller(), ItemIds.takenFrom(body), ItemChange.of(body));
    }

    @GET
    @Path("/{id}")
    public GalleryItem one(@PathParam("id") UUID id) {
        return gallery.owned(caller(), id);
    }

    @PATCH
    @Path("/{id}")
    public GalleryItem change(@PathParam("id") UUID id, ObjectNode body) {
        gallery.change(caller(), List.of(id), ItemChange.of(body));
        return gallery.owned(caller(), id);
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id) {
        gallery.change(caller(), List.of(id), ItemChange.DELETED);
    }

    @POST
    @Path("/{id}/restore")
    public GalleryItem restore(@PathParam("id") UUID id) {
        gallery.change(caller(), List.of(id), ItemChange.RESTORED);
        return gallery.owned(caller(), id);
    }

    private Caller caller() {
        return Caller.of(request);
    }
}
