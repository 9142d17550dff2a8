package org.atelier.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.atelier.web.Caller;
import org.atelier.web.FileNames;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;

/** Who did what, for administrators; as a file by {@code Accept: text/csv} or {@code ?format=csv}. */
@ApplicationScoped
@Path("/admin/audit")
public class AuditResource {
    private static final String CSV = "text/csv";

    @Inject
    private Audit audit;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    public Response read(
            @Context HttpServletRequest request,
            @Context HttpHeaders headers,
            @BeanParam AuditFilter filter,
            @QueryParam("format") String format,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Caller.of(request).administrator();
        if (format != null && !format.equals("csv") && !format.equals("json")) {
            throw Problem.field("format", "must be csv or json");
        }
        boolean asked = headers.getAcceptableMediaTypes().get(0).toString().startsWith(CSV);
        return "csv".equals(format) || format == null && asked
                ? file(Actor.of(request), filter)
                : Response.ok(audit.read(filter, PageRequest.of(limit, cursor, 2)), MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private Response file(Actor actor, AuditFilter filter) {
        // A filter that makes no sense is refused before the file begins.
        audit.read(filter, new PageRequest(1, java.util.Optional.empty()));
        audit.record(actor, Action.AUDIT_EXPORTED, Target.audit());
        StreamingOutput file = out -> AuditCsv.write(audit, filter, out);
        return Response.ok(file, CSV + "; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment("audit", "csv"))
                .build();
    }
}
