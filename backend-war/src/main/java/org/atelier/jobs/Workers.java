package org.atelier.jobs;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.ProblemBody;
import org.atelier.web.ProblemType;
import org.atelier.web.Problems;

/** The threads that do jobs, one job each, fed by the fair queue. */
@ApplicationScoped
class Workers {
    private static final System.Logger LOG = System.getLogger(Workers.class.getName());
    private static final int MOST_AT_ONCE = 16;
    private static final int MOST_OF_A_PERSON = 4;

    /** Beyond so many that wait, a person is asked to be patient. */
    private static final int MOST_WAITING_OF_A_PERSON = 100;

    private static final int STOP_SECONDS = 8;

    private final FairQueue queue = new FairQueue(MOST_OF_A_PERSON);
    private final ConcurrentHashMap<UUID, Underway> underway = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_AT_ONCE, Workers::daemon);
    private final Transitions transitions;
    private final Instance<Work> works;

    @Inject
    Workers(Transitions transitions, @Any Instance<Work> works) {
        this.transitions = transitions;
        this.works = works;
    }

    /** For the container's proxy only. */
    protected Workers() {
        this(null, null);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "job");
        thread.setDaemon(true);
        return thread;
    }

    /** @throws Problem 429 when so many wait already; 503 when the server is about to stop */
    void expectOneMore(UUID person) {
        if (threads.isShutdown()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The server is about to stop. Try again in a moment.");
        }
        if (queue.waiting(person) >= MOST_WAITING_OF_A_PERSON) {
            throw Problem.of(
                    ProblemType.TOO_MANY_REQUESTS,
                    MOST_WAITING_OF_A_PERSON + " of your jobs wait already. Send this one when some of them are done.");
        }
    }

    void enqueue(Job job) {
        queue.add(job.userId(), job.id());
        next();
    }

    /** Once for each job that came and for each that is over, so that no turn is missed. */
    private void next() {
        try {
            threads.execute(() -> queue.take().ifPresent(this::give));
        } catch (RejectedExecutionException stopping) {
            // What waits is found at the next start.
        }
    }

    private void give(FairQueue.Turn turn) {
        try {
            transitions.move(turn.job(), JobStatus.SUBMITTING, null).ifPresent(this::make);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "Job " + turn.job() + " could not be begun", failed);
        } finally {
            queue.done(turn.person());
            next();
        }
    }

    private void make(Job job) {
        var doing = new Underway(transitions, job.id());
        underway.put(job.id(), doing);
        try {
            work(job).make(job, doing);
        } catch (Underway.Ended ended) {
            LOG.log(System.Logger.Level.DEBUG, "{0} was ended from outside", job);
        } catch (RuntimeException failed) {
            fail(job.id(), Problems.from(failed, job.id().toString()));
        } finally {
            underway.remove(job.id());
        }
    }

    private Work work(Job job) {
        return works.stream()
                .filter(some -> some.kind() == job.kind())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody makes " + job.kind()));
    }

    /** Ends it as its owner reads it; without effect when it is over. */
    void fail(UUID id, Problem problem) {
        var end = problem.type() == ProblemType.PROVIDER_TIMEOUT ? JobStatus.TIMED_OUT : JobStatus.FAILED;
        var body = Json.MAPPER.valueToTree(ProblemBody.of(problem, id.toString()));
        transitions.move(id, end, problem.detail(), job -> job.failed(body), handle -> null);
    }

    /** Ends what is done for a job that was ended. */
    void stop(UUID job) {
        var doing = underway.get(job);
        if (doing != null) {
            doing.stop();
        }
    }

    /** Nothing new begins; the provider's client, which stops next, ends what is under way. */
    void stopTaking(@Observes @Priority(2000) @BeforeDestroyed(ApplicationScoped.class) Object application) {
        threads.shutdown();
    }

    /** After the provider's client and before the ledger and the database. */
    void stop(@Observes @Priority(3500) @BeforeDestroyed(ApplicationScoped.class) Object application)
            throws InterruptedException {
        threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
