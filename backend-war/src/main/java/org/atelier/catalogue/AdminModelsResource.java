package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.atelier.audit.Actor;
import org.atelier.web.Caller;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;

/** Models for administrators: which are offered, to whom, at what price, and which is the usual one. */
@ApplicationScoped
@Path("/admin/models")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminModelsResource {
    @Inject
    private AdminModels models;

    @Inject
    private ModelAudit audit;

    @Context
    private HttpServletRequest request;

    /** Everything that is or was listed, what is listed first, the newest first; also what is switched off. */
    @GET
    public AdminModels.Listing list(
            @BeanParam ModelFilter filter, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return forAdministrator().list(filter, PageRequest.of(limit, cursor, 1));
    }

    /** @param changed how many models are not as they were */
    public record Changed(int changed) {}

    /** Changes the models that {@code ids} or {@code filter} names, all of them or none; it holds from the next request on. */
    @PATCH
    public Changed change(ModelChange change) {
        var office = forAdministrator();
        if (change == null) {
            throw Problem.field("ids", "or filter says which models are meant");
        }
        var actor = Actor.of(request);
        var decided = office.change(change);
        audit.decided(actor, decided);
        return new Changed(decided.outcome().changed().size());
    }

    /** Asks the provider for its list and waits for it. */
    @POST
    @Path("/refresh")
    public RefreshReport refresh() {
        var office = forAdministrator();
        var actor = Actor.of(request);
        var report = office.refresh();
        audit.refreshed(actor, report);
        return report;
    }

    private AdminModels forAdministrator() {
        Caller.of(request).administrator();
        return models;
    }
}
