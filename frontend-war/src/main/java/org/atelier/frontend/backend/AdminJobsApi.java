package org.atelier.frontend.backend;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;

/** Everybody's pictures and films under way and ended. {@code kinds} is {@code images} or {@code videos}. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AdminJobsApi {

    @GET
    @Path("/api/admin/{kinds}")
    Jobs list(
            @BeanParam Asker asker,
            @PathParam("kinds") String kinds,
            @QueryParam("id") String id,
            @QueryParam("status") String status,
            @QueryParam("user") String user,
            @QueryParam("model") String model,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("/api/admin/{kinds}/{id}")
    Job one(@BeanParam Asker asker, @PathParam("kinds") String kinds, @PathParam("id") String id);

    @POST
    @Path("/api/admin/{kinds}/{id}/cancel")
    Job cancel(@BeanParam Asker asker, @PathParam("kinds") String kinds, @PathParam("id") String id);

    @POST
    @Path("/api/admin/{kinds}/{id}/retry")
    Job retry(@BeanParam Asker asker, @PathParam("kinds") String kinds, @PathParam("id") String id);

    @POST
    @Path("/api/admin/{kinds}/{id}/settle")
    Job settle(
            @BeanParam Asker asker,
            @PathParam("kinds") String kinds,
            @PathParam("id") String id,
            Settlement settlement);

    @DELETE
    @Path("/api/admin/{kinds}/{id}")
    void delete(@BeanParam Asker asker, @PathParam("kinds") String kinds, @PathParam("id") String id);

    @POST
    @Path("/api/admin/{kinds}/purge")
    Purged purge(@BeanParam Asker asker, @PathParam("kinds") String kinds, Purge purge);

    @POST
    @Path("/api/admin/{kinds}/timed-out")
    TimedOut timeOut(@BeanParam Asker asker, @PathParam("kinds") String kinds, Overdue overdue);

    record Jobs(List<Job> items, String nextCursor) {}

    /** @param user null: gone meanwhile */
    record Job(
            String id,
            String status,
            String model,
            Owner user,
            BigDecimal cost,
            BigDecimal estimatedCost,
            String notice,
            Error error,
            List<Step> history,
            String retryOf,
            String createdAt,
            String finishedAt) {}

    record Owner(String id, String email) {}

    record Error(String type, String title, String detail) {}

    record Step(String status, String at, String reason) {}

    record Settlement(BigDecimal cost) {}

    record Purge(String olderThan, boolean dryRun) {}

    record Purged(long deleted) {}

    record Overdue(String olderThan) {}

    record TimedOut(long timedOut) {}
}
