package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.web.Caller;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;

/** The ledger line by line, for administrators: what was paid for, and what nobody knows the outcome of. */
@ApplicationScoped
@Path("/admin/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminLedgerResource {
    private static final BigDecimal MOST = new BigDecimal("1000000");
    private static final int KEY_COLUMNS = 2;

    @Inject
    private LedgerLines lines;

    @Inject
    private Audit audit;

    @Context
    private HttpServletRequest request;

    /** @param cost US dollars */
    public record Settlement(BigDecimal cost) {}

    @GET
    public Page<LineView> list(
            @BeanParam LedgerFilter filter, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Caller.of(request).administrator();
        return lines.list(filter, PageRequest.of(limit, cursor, KEY_COLUMNS));
    }

    @GET
    @Path("/{id}")
    public LineView one(@PathParam("id") UUID id) {
        Caller.of(request).administrator();
        return lines.one(id);
    }

    @POST
    @Path("/{id}/settle")
    public LineView settle(@PathParam("id") UUID id, Settlement settlement) {
        Caller.of(request).administrator();
        if (settlement == null
                || settlement.cost() == null
                || settlement.cost().signum() < 0
                || settlement.cost().compareTo(MOST) > 0) {
            throw Problem.field("cost", "must be an amount of US dollars from 0 to 1000000");
        }
        var settled = lines.settle(id, settlement.cost());
        audit.record(
                Actor.of(request),
                Action.LEDGER_SETTLED,
                Target.ledgerLine(id, settled.user().id()),
                Map.of(),
                Map.of("cost", settled.cost()));
        return settled;
    }
}
