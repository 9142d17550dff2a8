package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Caller;
import org.atelier.web.Conditions;

/** The models that can be chosen. */
@ApplicationScoped
@Path("/ai/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
    @Inject
    private Catalogue catalogue;

    @Inject
    private Users users;

    /**
     * The whole list, what can be used first, the newest first.
     *
     * @param modality {@code text}, {@code image} or {@code video}: what the models must make; all when absent
     * @param words words that must all occur in name, id or description
     * @return a page without a next one; 304 when the caller has it already
     */
    @GET
    public Response models(
            @QueryParam("modality") String modality,
            @QueryParam("q") String words,
            @Context HttpServletRequest request) {
        var caller = Caller.of(request);
        var last = users.find(caller.userId()).flatMap(User::lastModel);
        var offer = catalogue.snapshot().to(caller.role());
        var list = ModelList.of(offer, Optional.ofNullable(modality), Optional.ofNullable(words), last);
        var tag = new EntityTag(list.tag());
        var known = Conditions.hasIt(request.getHeader(HttpHeaders.IF_NONE_MATCH), '"' + list.tag() + '"');
        var answer = known ? Response.notModified() : Response.ok(list.json());
        return answer.tag(tag).cacheControl(revalidated()).build();
    }

    /** What is listed and which is the default depends on the caller, and prices change. */
    private static CacheControl revalidated() {
        var control = new CacheControl();
        control.setPrivate(true);
        control.setNoCache(true);
        return control;
    }
}
