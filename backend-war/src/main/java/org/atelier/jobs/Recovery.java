package org.atelier.jobs;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.usage.LedgerSearch;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * What a stop left behind. A job that waits goes on waiting, one that left a checkpoint goes on from there; any other that was announced is
 * never sent again by itself, because nobody knows whether it was paid for. The ledger, which has read the money journal by then, knows which
 * were announced. In a restored backup nothing that waits is sent: the server that it was taken from may have sent it afterwards.
 */
@ApplicationScoped
class Recovery {
    private static final System.Logger LOG = System.getLogger(Recovery.class.getName());

    /** Not all of them ask the provider at once. */
    private static final Duration BETWEEN_TWO = Duration.ofMillis(50);

    private final Database database;
    private final Transitions transitions;
    private final Workers workers;
    private final LedgerSearch ledger;

    @Inject
    Recovery(Database database, Transitions transitions, Workers workers, LedgerSearch ledger) {
        this.database = database;
        this.transitions = transitions;
        this.workers = workers;
        this.ledger = ledger;
    }

    /** For the container's proxy only. */
    protected Recovery() {
        this(null, null, null, null);
    }

    /** After the catalogue, without which no job can be begun. */
    void recover(@Observes @Priority(450) DatabaseReady ready) {
        var left = database.read(JobTable::unfinished);
        var pause = Duration.ZERO;
        for (var job : left) {
            if (job.checkpoint().isPresent()) {
                pause = pause.plus(BETWEEN_TWO);
                workers.resume(job, pause);
            } else if (ready.restored()) {
                notAgain(job);
            } else {
                recover(job);
            }
        }
        if (!left.isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    ready.restored()
                            ? "{0} jobs had not ended when the backup was made; those that can be asked after go on, none is sent."
                            : "{0} jobs had not ended when the server did; those that were never sent or can be asked after go on.",
                    left.size());
        }
    }

    private void recover(Job job) {
        switch (job.status()) {
            case QUEUED -> workers.enqueue(job);
            case SUBMITTING, PROCESSING -> resumeIfUnsent(job);
            case STORING -> lost(job);
            case COMPLETED, FAILED, CANCELLED, TIMED_OUT -> throw new IllegalStateException("is over: " + job);
        }
    }

    private void notAgain(Job job) {
        if (line(job).isPresent()) {
            lost(job);
            return;
        }
        transitions.fail(
                job.id(),
                Problem.of(
                        ProblemType.OUTCOME_UNKNOWN,
                        "This waited when the backup was made that was restored now, so nobody knows whether it was made and charged afterwards. Try again to have it made anew."));
    }

    private void resumeIfUnsent(Job job) {
        if (line(job).isPresent()) {
            lost(job);
            return;
        }
        transitions
                .move(job.id(), JobStatus.QUEUED, "The server was started again before anything was sent.")
                .ifPresent(workers::enqueue);
    }

    private void lost(Job job) {
        var problem = Problem.of(
                ProblemType.OUTCOME_UNKNOWN,
                "The server ended while this was made, so its outcome is unknown, and it was possibly charged. Try again to have it made anew.");
        transitions.fail(
                job.id(), line(job).map(id -> problem.with("ledger_id", id)).orElse(problem));
    }

    private Optional<UUID> line(Job job) {
        return ledger.paidFor(job.id());
    }
}
