package org.atelier.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.atelier.jobs.JobNumbers;
import org.atelier.media.MediaNumbers;
import org.atelier.usage.UsageNumbers;
import org.atelier.users.Budget.Period;
import org.atelier.users.UserStatus;
import org.atelier.users.Users;
import org.atelier.web.Caller;

/** {@code GET /admin/stats}. */
@ApplicationScoped
@Path("/admin/stats")
@Produces(MediaType.APPLICATION_JSON)
public class StatsResource {
    @Inject
    private Users users;

    @Inject
    private UsageNumbers usage;

    @Inject
    private JobNumbers jobs;

    @Inject
    private MediaNumbers media;

    /**
     * The installation in numbers.
     *
     * @param today since midnight, UTC
     * @param month since the first of the month, UTC
     * @param unsettledCalls calls of an outcome that nobody knows, whose cost nobody has told since
     */
    public record Stats(
            People people,
            UsageNumbers.Spell today,
            UsageNumbers.Spell month,
            long unsettledCalls,
            JobNumbers.Underway jobs,
            MediaNumbers.Stored media) {}

    /** @param activeToday who had a paid call since midnight, UTC, of the demonstration too */
    public record People(long total, long active, long pending, long disabled, long activeToday) {}

    @GET
    public Stats stats(@Context HttpServletRequest request) {
        Caller.of(request).administrator();
        var now = Instant.now();
        return new Stats(
                people(now),
                usage.since(Period.DAY.start(now), now),
                usage.since(Period.MONTH.start(now), now),
                usage.unsettled(),
                jobs.underway(),
                media.stored());
    }

    private People people(Instant now) {
        var states = users.countByStatus();
        return new People(
                states.values().stream().mapToLong(Long::longValue).sum(),
                states.getOrDefault(UserStatus.ACTIVE, 0L),
                states.getOrDefault(UserStatus.PENDING, 0L),
                states.getOrDefault(UserStatus.DISABLED, 0L),
                usage.peopleSince(Period.DAY.start(now)));
    }
}
