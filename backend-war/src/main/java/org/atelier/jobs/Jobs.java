package org.atelier.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.atelier.database.Database;
import org.atelier.database.Unit;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;
import org.atelier.web.Caller;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** The jobs of each person: asking for one, looking at them, cancelling, deleting. */
@ApplicationScoped
public class Jobs {
    private final Database database;
    private final Transitions transitions;
    private final Workers workers;
    private final JobNews news;

    @Inject
    Jobs(Database database, Transitions transitions, Workers workers, JobNews news) {
        this.database = database;
        this.transitions = transitions;
        this.workers = workers;
        this.news = news;
    }

    /** For the container's proxy only. */
    protected Jobs() {
        this(null, null, null, null);
    }

    /**
     * Puts it on disk and in the queue.
     *
     * @param also stored together with it, or neither is
     * @throws Problem 429 when too many of that person wait already
     */
    public Job begin(Job queued, Unit<Void> also) {
        workers.expectOneMore(queued.userId(), queued.kind());
        transitions.create(queued, also);
        workers.enqueue(queued);
        return queued;
    }

    /** @throws Problem 404 when there is none, or it is somebody else's */
    public Job owned(Caller caller, Kind kind, UUID id) {
        return database.read(handle -> JobTable.shown(handle, caller.userId(), kind, id))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such job of yours."));
    }

    public JobView view(Job job) {
        return news.view(job);
    }

    /** The newest first. */
    public Page<JobView> list(Caller caller, Kind kind, PageRequest page) {
        var found = database.read(handle -> JobTable.page(handle, caller.userId(), kind, page));
        var shown = Page.of(found, page, job -> List.of(job.id().toString()));
        return new Page<>(news.views(caller.userId(), shown.items()), shown.nextCursor());
    }

    /** @return the job when it has ended, or as it is when that takes longer than this */
    public CompletableFuture<JobView> ended(Job job, Duration patience) {
        return news.ended(
                job.id(),
                () -> database.read(handle -> JobTable.find(handle, job.id())).orElse(job),
                patience);
    }

    /**
     * Ends it, also upstream. What had been paid is told when it is known.
     *
     * @return the cancelled job
     * @throws Problem 409 when it has ended otherwise, or its result is being stored
     */
    public JobView cancel(Caller caller, Kind kind, UUID id) {
        return news.view(cancel(owned(caller, kind, id), "Cancelled by its owner."));
    }

    Job cancel(Job job, String reason) {
        var cancelled = transitions.move(job.id(), JobStatus.CANCELLED, reason);
        workers.stop(job.userId(), job.id());
        var now = cancelled.or(() -> transitions.find(job.id())).orElse(job);
        if (now.status() == JobStatus.CANCELLED) {
            return now;
        }
        throw Problem.of(
                ProblemType.CONFLICT,
                now.status().isOver()
                        ? "This job has ended already, so there is nothing to cancel."
                        : "The result is here and being stored, so there is nothing to cancel any more.");
    }

    /** Hides a job that has ended; what it made rests in the gallery. @throws Problem 409 while it is under way */
    public void delete(Caller caller, Kind kind, UUID id) {
        hide(owned(caller, kind, id));
    }

    void hide(Job job) {
        if (!job.status().isOver()) {
            throw Problem.of(ProblemType.CONFLICT, "This job has not ended. Cancel it before you delete it.");
        }
        database.write(handle -> {
            JobTable.hide(handle, job.id());
            return null;
        });
    }

    /** Asks for the same anew. */
    Job again(Job ended, Payer payer, JobRequests.Alongside also) {
        return workers.again(ended, payer, also);
    }

    /** @return a job that can be tried again, since it ended without all that was asked for */
    public Job failed(Caller caller, Kind kind, UUID id) {
        return ended(owned(caller, kind, id));
    }

    static Job ended(Job job) {
        return switch (job.status()) {
            case FAILED, CANCELLED, TIMED_OUT -> job;
            case COMPLETED ->
                throw Problem.of(
                        ProblemType.CONFLICT, "This job was completed. Ask for a new one to have it made again.");
            case QUEUED, SUBMITTING, PROCESSING, STORING ->
                throw Problem.of(ProblemType.CONFLICT, "This job has not ended. Wait for it or cancel it first.");
        };
    }
}
