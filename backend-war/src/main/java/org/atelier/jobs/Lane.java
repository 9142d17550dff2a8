package org.atelier.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.atelier.web.Problems;

/**
 * The jobs of one kind: who is next, the threads that go on with those whose turn it is, and the clock for the time between. The clock is
 * monotonic, so that setting the machine's time neither wakes all of them nor none.
 */
final class Lane {
    private static final System.Logger LOG = System.getLogger(Lane.class.getName());
    private static final int IDLE_SECONDS = 30;

    private final Work work;
    private final Transitions transitions;
    private final ScheduledExecutorService clock;
    private final FairQueue queue;
    private final ExecutorService threads;
    private final ConcurrentHashMap<UUID, Underway> underway = new ConcurrentHashMap<>();
    private final Set<UUID> turns = ConcurrentHashMap.newKeySet();

    /** @param threads on which everything is done, at most as many as there are turns */
    Lane(Work work, Transitions transitions, ScheduledExecutorService clock, ExecutorService threads) {
        this.work = work;
        this.transitions = transitions;
        this.clock = clock;
        this.queue = new FairQueue(work.limits());
        this.threads = threads;
    }

    /** @return the threads of a lane, which end when there is nothing to do */
    static ExecutorService threads(Work work) {
        int most = work.limits().mostAtOnce();
        var threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> daemon(work, task));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Thread daemon(Work work, Runnable task) {
        var thread = new Thread(task, "job-" + work.kind().word());
        thread.setDaemon(true);
        return thread;
    }

    int waiting(UUID person) {
        return queue.waiting(person);
    }

    JobNumbers.Queue queue() {
        return new JobNumbers.Queue(
                work.kind(), queue.waiting(), queue.turns(), work.limits().mostAtOnce());
    }

    void enqueue(Job job) {
        queue.add(job.userId(), job.id());
        next();
    }

    /** Goes on with one from before a restart, which has its turn if it has not ended. */
    void resume(Job job, Duration pause) {
        if (!job.status().isOver()) {
            queue.occupy(job.userId());
            turns.add(job.id());
        }
        after(pause, () -> step(job));
    }

    /** Once for each job that came and for each that gave its turn back, so that no turn is missed. */
    private void next() {
        execute(() -> queue.take().ifPresent(this::give));
    }

    private void give(FairQueue.Turn turn) {
        turns.add(turn.job());
        try {
            transitions.move(turn.job(), JobStatus.SUBMITTING, null).ifPresentOrElse(this::step, () -> giveBack(turn));
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "Job " + turn.job() + " could not be begun", failed);
            giveBack(turn);
        }
    }

    private void giveBack(FairQueue.Turn turn) {
        if (turns.remove(turn.job())) {
            queue.done(turn.person());
            next();
        }
    }

    private void step(Job job) {
        var again = Optional.<Duration>empty();
        try {
            again = go(job);
        } finally {
            rest(job, again);
        }
    }

    private Optional<Duration> go(Job job) {
        try {
            return work.go(job, underway.computeIfAbsent(job.id(), id -> new Underway(transitions, id)));
        } catch (Underway.Ended ended) {
            LOG.log(System.Logger.Level.DEBUG, "{0} was ended from outside", job);
            return Optional.of(Duration.ZERO);
        } catch (RuntimeException failed) {
            transitions.fail(job.id(), Problems.from(failed, job.id().toString()));
            return Optional.of(Duration.ZERO);
        }
    }

    private void rest(Job job, Optional<Duration> again) {
        var turn = new FairQueue.Turn(job.userId(), job.id());
        try {
            rest(job, turn, again);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "Job " + job.id() + " goes on at the next start", failed);
            underway.remove(job.id());
            giveBack(turn);
        }
    }

    private void rest(Job job, FairQueue.Turn turn, Optional<Duration> again) {
        var now = again.flatMap(pause -> transitions.find(job.id())).filter(left -> !left.isDone());
        if (now.isEmpty()) {
            underway.remove(job.id());
            giveBack(turn);
        } else if (now.get().status() == JobStatus.QUEUED) {
            underway.remove(job.id());
            queue.rests(turn.person());
            giveBack(turn);
            after(again.get(), () -> {
                queue.back(turn.person(), turn.job());
                next();
            });
        } else {
            if (now.get().status().isOver()) {
                giveBack(turn);
            }
            after(again.get(), () -> transitions.find(job.id()).ifPresent(this::step));
        }
    }

    /** Ends what is done for a job that was ended. */
    void stop(FairQueue.Turn turn) {
        var doing = underway.get(turn.job());
        if (doing != null) {
            doing.stop();
        }
        giveBack(turn);
    }

    private void after(Duration pause, Runnable task) {
        try {
            clock.schedule(() -> execute(task), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            // Found at the next start.
        }
    }

    private void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException stopping) {
            // What waits is found at the next start.
        }
    }

    void stopTaking() {
        threads.shutdown();
    }

    void awaitEnd(Duration patience) throws InterruptedException {
        threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
