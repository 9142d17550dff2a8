package org.atelier.frontend.backend;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;

/** What administrators ask about everybody's calls and money. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface UsageApi {

    @GET
    @Path("/api/admin/stats")
    Stats stats(@BeanParam Asker asker);

    @GET
    @Path("/api/admin/usage")
    Report usage(
            @BeanParam Asker asker,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("group_by") String groupBy,
            @QueryParam("demo") boolean demo,
            @QueryParam("latency") boolean latency);

    @GET
    @Path("/api/admin/usage")
    @Produces("text/csv")
    InputStream table(
            @BeanParam Asker asker,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("group_by") String groupBy,
            @QueryParam("demo") boolean demo);

    @GET
    @Path("/api/admin/ledger")
    Lines ledger(
            @BeanParam Asker asker,
            @QueryParam("outcome") String outcome,
            @QueryParam("settled") String settled,
            @QueryParam("cursor") String cursor);

    @POST
    @Path("/api/admin/ledger/{id}/settle")
    Line settle(@BeanParam Asker asker, @PathParam("id") String id, Settlement settlement);

    record Stats(People people, Spell today, Spell month, long unsettledCalls, Jobs jobs, Media media) {}

    record People(long total, long active, long pending, long disabled, long activeToday) {}

    record Spell(
            long calls,
            long failures,
            long tokens,
            BigDecimal spent,
            BigDecimal estimated,
            long unknownCosts,
            long demoCalls) {}

    record Jobs(long images, long videos, long queued) {}

    record Media(long pictures, long films, long bytes) {}

    /** @param otherCalls of the demonstration, or if that was asked for, of the real ones */
    record Report(
            String from, String to, String groupBy, boolean demo, Item total, long otherCalls, List<Item> items) {}

    /** @param name of a person; null: gone, or another kind of group */
    record Item(
            String key,
            String name,
            long calls,
            long failures,
            long promptTokens,
            long completionTokens,
            BigDecimal spent,
            BigDecimal estimated,
            long unknownCosts,
            Long latencyP50Ms,
            Long latencyP95Ms) {}

    record Lines(List<Line> items, String nextCursor) {}

    record Line(
            String id,
            Payer user,
            String kind,
            String modelAsked,
            String failure,
            BigDecimal cost,
            BigDecimal counted,
            boolean demo,
            boolean settleable,
            String openedAt) {}

    /** @param email null: gone */
    record Payer(String id, String email) {}

    record Settlement(BigDecimal cost) {}
}
