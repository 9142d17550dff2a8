package org.atelier.chat;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.atelier.catalogue.Catalogue;
import org.atelier.provider.Modality;
import org.atelier.web.Caller;

/**
 * One conversation. Its path is letter by letter that of {@link MessagesResource}: JAX-RS looks no further than the classes whose path
 * matches best.
 */
@ApplicationScoped
@Path("/conversations/{conversation}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConversationResource {
    @Inject
    private Conversations conversations;

    @Inject
    private Messages messages;

    @Inject
    private Branches branches;

    @Inject
    private Answers answers;

    @Inject
    private Catalogue catalogue;

    @Context
    private HttpServletRequest request;

    @GET
    public Conversation one(@PathParam("conversation") UUID id) {
        return conversations.owned(caller(), id);
    }

    @PATCH
    public Conversation change(@PathParam("conversation") UUID id, ConversationFields fields) {
        conversations.owned(caller(), id);
        fields.model().ifPresent(model -> catalogue.offered(caller().userId(), model, Modality.TEXT));
        fields.headId()
                .filter(head -> messages.find(id, head).isEmpty())
                .ifPresent(foreign -> Fields.refuse("head_id", ConversationFields.NO_MESSAGE));
        fields.branchThrough().ifPresent(message -> fields.show(endOf(id, message)));
        return conversations.change(caller(), id, fields::applyTo);
    }

    private UUID endOf(UUID id, UUID through) {
        var tree = branches.of(id);
        if (!tree.holds(through)) {
            Fields.refuse("branch_through", ConversationFields.NO_MESSAGE);
        }
        return tree.newestEnd(through);
    }

    @DELETE
    public void delete(@PathParam("conversation") UUID id) {
        conversations.owned(caller(), id);
        conversations.delete(caller(), id);
        answers.runningIn(id).ifPresent(answer -> answer.endAs(Status.STOPPED));
    }

    @POST
    @Path("/restore")
    public Conversation restore(@PathParam("conversation") UUID id) {
        return conversations.restore(caller(), id);
    }

    private Caller caller() {
        return Caller.of(request);
    }
}
