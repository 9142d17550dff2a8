package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.atelier.catalogue.Catalogue;
import org.atelier.provider.Modality;
import org.atelier.web.Caller;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;

/** The list of a person's conversations. */
@ApplicationScoped
@Path("/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConversationsResource {
    @Inject
    private Conversations conversations;

    @Inject
    private ConversationList list;

    @Inject
    private Catalogue catalogue;

    @Context
    private HttpServletRequest request;

    @GET
    public Page<ConversationList.Listed> list(
            @QueryParam("q") String text, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        var wanted = Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
        return list.of(caller(), wanted, PageRequest.of(limit, cursor, ConversationList.KEY_COLUMNS));
    }

    @POST
    public Response create(ConversationFields fields) {
        fields.refuseMessages();
        fields.model().ifPresent(id -> catalogue.offered(caller().userId(), id, Modality.TEXT));
        var made = conversations.create(caller(), fields::applyTo);
        return Response.created(URI.create("/api/conversations/" + made.id()))
                .entity(made)
                .build();
    }

    private Caller caller() {
        return Caller.of(request);
    }
}
