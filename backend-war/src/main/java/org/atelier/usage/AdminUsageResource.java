package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import org.atelier.web.Caller;
import org.atelier.web.Csv;
import org.atelier.web.FileNames;

/** What everybody spent, for administrators. */
@ApplicationScoped
@Path("/admin/usage")
public class AdminUsageResource {
    @Inject
    private UsageReport usage;

    @Context
    private HttpServletRequest request;

    /** @param latency whether percentiles are wanted, which read every call of the range */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public UsageReport.Report json(
            @BeanParam UsageWish wish, @QueryParam("latency") @DefaultValue("true") boolean latency) {
        return report(wish, latency);
    }

    /** Only for whoever says so: anything else gets JSON. */
    @GET
    @Produces(Csv.MEDIA_TYPE + ";qs=0.5")
    public Response csv(@BeanParam UsageWish wish, @QueryParam("latency") @DefaultValue("true") boolean latency) {
        var report = report(wish, latency);
        StreamingOutput table = out -> UsageCsv.write(report, out);
        var name = "Atelier usage by " + report.groupBy() + " " + report.from() + " to " + report.to();
        return Response.ok(table, Csv.MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(name, "csv"))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private UsageReport.Report report(UsageWish wish, boolean latency) {
        Caller.of(request).administrator();
        return usage.report(wish.group(), wish.range(Instant.now()), wish.demo(), latency);
    }
}
