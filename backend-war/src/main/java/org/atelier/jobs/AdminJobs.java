package org.atelier.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.jobs.JobRequests.Alongside;
import org.atelier.usage.Kind;
import org.atelier.usage.Ledger;
import org.atelier.usage.LedgerSearch;
import org.atelier.usage.LedgerSettled;
import org.atelier.usage.Outcome;
import org.atelier.usage.Payer;
import org.atelier.users.Users;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Everybody's jobs, for administrators. */
@ApplicationScoped
class AdminJobs {
    /** Erased in one unit of work. */
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Jobs jobs;
    private final Transitions transitions;
    private final Workers workers;
    private final Users users;
    private final Ledger ledger;
    private final LedgerSearch lines;

    @Inject
    AdminJobs(
            Database database,
            Jobs jobs,
            Transitions transitions,
            Workers workers,
            Users users,
            Ledger ledger,
            LedgerSearch lines) {
        this.database = database;
        this.jobs = jobs;
        this.transitions = transitions;
        this.workers = workers;
        this.users = users;
        this.ledger = ledger;
        this.lines = lines;
    }

    /** For the container's proxy only. */
    protected AdminJobs() {
        this(null, null, null, null, null, null, null);
    }

    Page<AdminJobView> list(Kind kind, JobFilter filter, PageRequest page) {
        var found = database.read(handle ->
                filter.query(handle, kind, page, users).map(JobTable::read).list());
        return Page.of(found, page, job -> List.of(job.id().toString())).map(this::view);
    }

    private AdminJobView view(Job job) {
        return AdminJobView.of(
                job,
                users.find(job.userId())
                        .map(user ->
                                new AdminJobView.Owner(user.id(), user.email().address())));
    }

    private Job job(Kind kind, UUID id) {
        return transitions
                .find(id)
                .filter(job -> job.kind() == kind)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such job."));
    }

    AdminJobView one(Kind kind, UUID id) {
        return view(job(kind, id));
    }

    /** As {@link #one}, for whoever is about to do something to it. */
    AdminJobView find(Kind kind, UUID id) {
        return view(job(kind, id));
    }

    AdminJobView cancel(Kind kind, UUID id) {
        return view(jobs.cancel(job(kind, id), "Cancelled by an administrator."));
    }

    /** @return a new job of the same owner, within the owner's budget */
    AdminJobView retry(Kind kind, UUID id) {
        return view(again(Jobs.ended(job(kind, id))));
    }

    /** Not with the key that asked for it: an administrator decides about its owner's budget, and the key may be no more. */
    private Job again(Job ended) {
        return jobs.again(ended, Payer.person(ended.userId()), Alongside.NOTHING);
    }

    void delete(Kind kind, UUID id) {
        jobs.hide(job(kind, id));
    }

    /**
     * Erases the records of jobs that ended so long ago; what they made stays in its owner's gallery.
     *
     * @param dryRun only counts them
     * @return how many
     */
    long purge(Kind kind, Duration age, boolean dryRun) {
        var before = Instant.now().minus(age);
        if (dryRun) {
            return database.read(handle -> JobTable.countEndedBefore(handle, kind, before));
        }
        long erased = 0;
        for (var some = ended(kind, before); !some.isEmpty(); some = ended(kind, before)) {
            var ids = some;
            database.write(handle -> {
                JobTable.erase(handle, ids);
                return null;
            });
            erased += ids.size();
        }
        return erased;
    }

    private List<UUID> ended(Kind kind, Instant before) {
        return database.read(handle -> JobTable.endedBefore(handle, kind, before, AT_ONCE));
    }

    /** Ends those that are under way for so long; they do so by themselves, only later. @return how many */
    long timeOut(Kind kind, Duration age) {
        var before = Instant.now().minus(age);
        var overdue = database.read(JobTable::unfinished).stream()
                .filter(job -> job.kind() == kind
                        && !job.status().isOver()
                        && job.createdAt().isBefore(before))
                .toList();
        var problem = Problem.of(
                ProblemType.PROVIDER_TIMEOUT, "An administrator ended this job because it took too long. Try again.");
        return overdue.stream().filter(job -> timeOut(job, problem)).count();
    }

    /** One whose state does not allow it goes on undisturbed. */
    private boolean timeOut(Job job, Problem problem) {
        transitions.fail(job.id(), problem);
        boolean timedOut = transitions
                .find(job.id())
                .filter(now -> now.status() == JobStatus.TIMED_OUT)
                .isPresent();
        if (timedOut) {
            workers.stop(job.userId(), job.id());
        }
        return timedOut;
    }

    /**
     * Says what a job of unknown outcome cost, as the provider's bill has it.
     *
     * @throws Problem 409 when that is known, or nothing of it was ever sent
     */
    AdminJobView settle(Kind kind, UUID id, BigDecimal dollars) {
        var job = job(kind, id);
        var line = lines.paidFor(id)
                .orElseThrow(() -> Problem.of(
                        ProblemType.CONFLICT, "Nothing was sent for this job, so there is nothing to settle."));
        if (!job.status().isOver() || !ledger.settle(line, dollars, Outcome.UNKNOWN)) {
            throw Problem.of(ProblemType.CONFLICT, "What this job cost is known, or will be when it has ended.");
        }
        transitions.costs(id, dollars);
        return one(kind, id);
    }

    /** An administrator settled the line of a job in the ledger. */
    void settled(@Observes LedgerSettled event) {
        transitions.costs(event.job(), event.dollars());
    }
}
