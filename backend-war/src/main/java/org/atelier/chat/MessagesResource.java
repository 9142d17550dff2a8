package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.atelier.idempotency.RequestKey;
import org.atelier.web.Caller;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Messages of a conversation: reading them, asking, asking for another answer, stopping one. */
@ApplicationScoped
@Path("/conversations/{conversation}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MessagesResource {
    @Inject
    private Conversations conversations;

    @Inject
    private Messages messages;

    @Inject
    private Transcript transcript;

    @Inject
    private MessagePictures pictures;

    @Inject
    private AskingOnce asking;

    @Inject
    private Answers answers;

    @Context
    private HttpServletRequest request;

    @GET
    @Path("/messages")
    public Page<Message> list(
            @PathParam("conversation") UUID id,
            @QueryParam("branch") String branch,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        if (branch != null && !branch.equals("active")) {
            throw Problem.field("branch", "can only be active");
        }
        var conversation = conversations.owned(caller(), id);
        var page = transcript.page(conversation, branch != null, PageRequest.of(limit, cursor, 1));
        return new Page<>(pictures.shown(caller().userId(), page.items()), page.nextCursor());
    }

    @POST
    @Path("/messages")
    public Response ask(@PathParam("conversation") UUID id, NewMessage message) {
        var asked = asking.ask(caller(), id, message, RequestKey.of(request));
        return accepted(asked.answer(), asked.replayed());
    }

    @POST
    @Path("/messages/{message}/answers")
    public Response answerAgain(@PathParam("conversation") UUID id, @PathParam("message") UUID message, Again wanted) {
        var model = Optional.ofNullable(wanted).flatMap(Again::model);
        var begun = asking.again(caller(), id, message, model, RequestKey.of(request));
        return accepted(new Begun(begun.answer()), begun.replayed());
    }

    private static Response accepted(Object body, boolean replayed) {
        var response = Response.accepted(body);
        return replayed ? response.header(RequestKey.REPLAYED, "true").build() : response.build();
    }

    /** @param model the conversation's when absent */
    public record Again(Optional<String> model) {
        public Again {
            model = Fields.name("model", Fields.absent(model));
        }
    }

    /** An answer that is being written now. */
    public record Begun(UUID answerId) {}

    @POST
    @Path("/answers/{answer}/stop")
    public CompletionStage<Message> stop(@PathParam("conversation") UUID id, @PathParam("answer") UUID answer) {
        conversations.owned(caller(), id);
        var row = messages.find(id, answer)
                .filter(message -> message.role() == Author.ASSISTANT)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such answer in this conversation."));
        return answers.running(answer)
                .map(running -> {
                    running.endAs(Status.STOPPED);
                    return running.ended();
                })
                .orElseGet(() ->
                        CompletableFuture.completedFuture(pictures.shown(caller().userId(), transcript.shown(row))));
    }

    private Caller caller() {
        return Caller.of(request);
    }
}
