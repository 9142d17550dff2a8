package org.atelier.jobs;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Everything that jobs are done by: a lane for each kind, and the clock that they share. */
@ApplicationScoped
class Workers {
    /** Beyond so many that wait, a person is asked to be patient. */
    private static final int MOST_WAITING_OF_A_PERSON = 100;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final Map<Kind, Lane> lanes = new ConcurrentHashMap<>();
    private final Transitions transitions;
    private final Supplier<Stream<? extends Work>> works;
    private final ScheduledExecutorService clock;
    private final Function<Work, ExecutorService> threads;
    private volatile boolean stopping;

    @Inject
    Workers(Transitions transitions, @Any Instance<Work> works) {
        this(transitions, works::stream, clock(), Lane::threads);
    }

    /** @param threads of a lane for that work */
    Workers(
            Transitions transitions,
            Supplier<Stream<? extends Work>> works,
            ScheduledExecutorService clock,
            Function<Work, ExecutorService> threads) {
        this.transitions = transitions;
        this.works = works;
        this.clock = clock;
        this.threads = threads;
    }

    /** For the container's proxy only. */
    protected Workers() {
        this(null, null, null, null);
    }

    private static ScheduledExecutorService clock() {
        var clock = new ScheduledThreadPoolExecutor(1, Workers::daemon);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return clock;
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "job-clock");
        thread.setDaemon(true);
        return thread;
    }

    private Lane lane(Kind kind) {
        return lanes.computeIfAbsent(kind, same -> lane(work(same)));
    }

    private Lane lane(Work work) {
        return new Lane(work, transitions, clock, threads.apply(work));
    }

    private Work work(Kind kind) {
        return works.get()
                .filter(some -> some.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody makes " + kind));
    }

    /** @throws Problem 429 when so many wait already; 503 when the server is about to stop */
    void expectOneMore(UUID person, Kind kind) {
        if (stopping) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The server is about to stop. Try again in a moment.");
        }
        if (waiting(person, kind) >= MOST_WAITING_OF_A_PERSON) {
            throw Problem.of(
                    ProblemType.TOO_MANY_REQUESTS,
                    MOST_WAITING_OF_A_PERSON + " of your jobs wait already. Send this one when some of them are done.");
        }
    }

    int waiting(UUID person, Kind kind) {
        return lane(kind).waiting(person);
    }

    /** @return one for each kind, in the order of the kinds */
    List<JobNumbers.Queue> queues() {
        return works.get()
                .map(Work::kind)
                .sorted()
                .map(this::lane)
                .map(Lane::queue)
                .toList();
    }

    Job again(Job ended, Payer payer, JobRequests.Alongside also) {
        return work(ended.kind()).again(ended, payer, also);
    }

    void enqueue(Job job) {
        lane(job.kind()).enqueue(job);
    }

    /** Goes on with one that left a checkpoint. */
    void resume(Job job, Duration pause) {
        lane(job.kind()).resume(job, pause);
    }

    /** Ends what is done for a job that was ended, and lets the next one have its turn. */
    void stop(UUID person, UUID job) {
        lanes.values().forEach(lane -> lane.stop(new FairQueue.Turn(person, job)));
    }

    /** Nothing new begins; the provider's client, which stops next, ends what is under way. */
    void stopTaking(@Observes @Priority(2000) @BeforeDestroyed(ApplicationScoped.class) Object application) {
        stopping = true;
        clock.shutdown();
        lanes.values().forEach(Lane::stopTaking);
    }

    /** After the provider's client and before the ledger and the database. */
    void stop(@Observes @Priority(3500) @BeforeDestroyed(ApplicationScoped.class) Object application)
            throws InterruptedException {
        for (var lane : lanes.values()) {
            lane.awaitEnd(LONGEST_STOP);
        }
    }
}
