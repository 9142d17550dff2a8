package org.atelier.jobs;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.usage.Kind;
import org.atelier.web.Caller;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;

/** Jobs of a kind for administrators; each kind has its own path. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class AdminJobsResource {
    private static final Duration USUAL_DEADLINE = Duration.ofHours(1);

    @Inject
    private AdminJobs jobs;

    @Inject
    private Audit audit;

    @Context
    private HttpServletRequest request;

    abstract Kind kind();

    /** @param olderThan an ISO 8601 duration as {@code P30D}. @param dryRun only counts */
    public record Purge(String olderThan, Optional<Boolean> dryRun) {}

    public record Purged(long deleted) {}

    /** @param olderThan an ISO 8601 duration; an hour when absent */
    public record Overdue(Optional<String> olderThan) {}

    public record TimedOut(long timedOut) {}

    /** @param cost US dollars */
    public record Settlement(BigDecimal cost) {}

    @GET
    public Page<AdminJobView> list(
            @BeanParam JobFilter filter, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return forAdministrator().list(kind(), filter, PageRequest.of(limit, cursor, 1));
    }

    @GET
    @Path("/{id}")
    public AdminJobView one(@PathParam("id") UUID id) {
        var job = forAdministrator().one(kind(), id);
        job.user()
                .filter(owner -> !owner.id().equals(Caller.of(request).userId()))
                .ifPresent(owner -> audit.record(Actor.of(request), Action.JOB_VIEWED, Target.job(id, owner.id())));
        return job;
    }

    @POST
    @Path("/{id}/cancel")
    public AdminJobView cancel(@PathParam("id") UUID id) {
        return told(Action.JOB_CANCELLED, forAdministrator().cancel(kind(), id), Map.of());
    }

    @POST
    @Path("/{id}/retry")
    public Response retry(@PathParam("id") UUID id) {
        var again = forAdministrator().retry(kind(), id);
        return Response.accepted(told(Action.JOB_RETRIED, again, Map.of("retry_of", id.toString())))
                .build();
    }

    @POST
    @Path("/{id}/settle")
    public AdminJobView settle(@PathParam("id") UUID id, Settlement settlement) {
        var office = forAdministrator();
        if (settlement == null || settlement.cost() == null || settlement.cost().signum() < 0) {
            throw Problem.field("cost", "must be an amount of US dollars, 0 or more");
        }
        var settled = office.settle(kind(), id, settlement.cost());
        return told(Action.JOB_SETTLED, settled, Map.of("cost", settlement.cost()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id) {
        var office = forAdministrator();
        var gone = office.find(kind(), id);
        office.delete(kind(), id);
        told(Action.JOB_DELETED, gone, Map.of());
    }

    @POST
    @Path("/purge")
    public Purged purge(Purge purge) {
        var office = forAdministrator();
        if (purge == null || purge.olderThan() == null) {
            throw Problem.field("older_than", "must say how old, as P30D for thirty days");
        }
        boolean dryRun = purge.dryRun() != null && purge.dryRun().orElse(false);
        var purged = new Purged(office.purge(kind(), age(purge.olderThan()), dryRun));
        if (!dryRun) {
            told(Action.JOBS_PURGED, Map.of("older_than", purge.olderThan(), "deleted", purged.deleted()));
        }
        return purged;
    }

    @POST
    @Path("/timed-out")
    public TimedOut timeOut(Overdue overdue) {
        var office = forAdministrator();
        var wanted = Optional.ofNullable(overdue)
                .map(Overdue::olderThan)
                .flatMap(age -> age == null ? Optional.empty() : age);
        var age = wanted.map(AdminJobsResource::age).orElse(USUAL_DEADLINE);
        var timedOut = new TimedOut(office.timeOut(kind(), age));
        told(Action.JOBS_TIMED_OUT, Map.of("older_than", age.toString(), "timed_out", timedOut.timedOut()));
        return timedOut;
    }

    private AdminJobView told(Action action, AdminJobView job, Map<String, ?> after) {
        var target =
                job.user().map(owner -> Target.job(job.id(), owner.id())).orElseGet(() -> Target.jobs(kind().word()));
        audit.record(Actor.of(request), action, target, Map.of(), after);
        return job;
    }

    private void told(Action action, Map<String, ?> after) {
        audit.record(Actor.of(request), action, Target.jobs(kind().word()), Map.of(), after);
    }

    private static Duration age(String text) {
        try {
            var age = Duration.parse(text);
            if (!age.isNegative()) {
                return age;
            }
        } catch (DateTimeParseException | ArithmeticException nonsense) {
            // Falls through to the same answer.
        }
        throw Problem.field("older_than", "must be an ISO 8601 duration of days and hours, as P30D or PT2H");
    }

    private AdminJobs forAdministrator() {
        Caller.of(request).administrator();
        return jobs;
    }
}
