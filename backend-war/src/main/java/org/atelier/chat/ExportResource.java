package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.atelier.web.Caller;
import org.atelier.web.FileNames;

/** A conversation as a file to keep. */
@ApplicationScoped
@Path("/conversations/{conversation}/export")
public class ExportResource {
    @Inject
    private Conversations conversations;

    @Inject
    private Transcript transcript;

    @Context
    private HttpServletRequest request;

    @GET
    public Response export(@PathParam("conversation") UUID id, @QueryParam("format") String format) {
        var conversation = conversations.owned(Caller.of(request), id);
        var as = ExportFormat.of(format);
        StreamingOutput file = out -> as.write(conversation, transcript, out);
        return Response.ok(file, as.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(conversation.title(), as.ending()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
