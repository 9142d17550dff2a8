package org.atelier.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.atelier.database.Unit;

/** A job that is being done: each step goes to disk before it is taken, and fails when the job was ended from outside. */
public final class Underway {
    private final Transitions transitions;
    private final UUID id;
    private Runnable stop = () -> {};
    private boolean ended;
    private volatile boolean sent;

    Underway(Transitions transitions, UUID id) {
        this.transitions = transitions;
        this.id = id;
    }

    /** The job was cancelled, or its owner is gone. */
    public static final class Ended extends RuntimeException {
        Ended() {
            super("the job was ended meanwhile", null, false, false);
        }
    }

    /** @param how ends the call upstream; run at once if the job has been ended already */
    public void stoppedBy(Runnable how) {
        synchronized (this) {
            stop = how;
            if (!ended) {
                return;
            }
        }
        how.run();
    }

    void stop() {
        Runnable how;
        synchronized (this) {
            ended = true;
            how = stop;
        }
        how.run();
    }

    /**
     * The request is announced and leaves after this is on disk; a further attempt changes nothing.
     *
     * @return fails with {@link Ended}
     */
    public CompletableFuture<Void> processing() {
        if (sent) {
            return CompletableFuture.completedFuture(null);
        }
        return transitions
                .submit(id, JobStatus.PROCESSING, null, UnaryOperator.identity())
                .thenAccept(job -> {
                    if (job.isEmpty()) {
                        throw new Ended();
                    }
                    sent = true;
                });
    }

    /** The provider has accepted it. @param checkpoint what must be known from now on, on disk when this returns, even if the job was ended meanwhile */
    public void accepted(JsonNode checkpoint) {
        transitions.accepted(id, checkpoint).orElseThrow(Ended::new);
    }

    /** To be asked before something is sent that cannot be called back. @throws Ended when the job was ended meanwhile */
    public void expectWanted() {
        if (transitions.find(id).filter(job -> !job.status().isOver()).isEmpty()) {
            throw new Ended();
        }
    }

    /**
     * Nothing was sent, and it waits for another turn; {@link Work#go} returns when.
     *
     * @param reason as its owner reads it
     * @throws Ended
     */
    public void backToTheQueue(String reason) {
        move(JobStatus.QUEUED, reason, UnaryOperator.identity(), handle -> null);
    }

    /** @param job as it was read last. @param notice why it does not go on at the moment; empty: nothing holds it up */
    public void remember(Job job, JsonNode checkpoint, Optional<String> notice) {
        transitions.remember(job, checkpoint, notice.orElse(null));
    }

    /** Nothing is left to do for a job that has ended. */
    public void done() {
        transitions.forget(id);
    }

    /** @throws Ended */
    public void storing() {
        move(JobStatus.STORING, null, UnaryOperator.identity(), handle -> null);
    }

    /**
     * The end, together with the rows of what was made, or neither is there.
     *
     * @param reason what its owner should know, as that less came than was asked for; null: nothing
     */
    public void complete(List<UUID> made, String reason, Unit<Void> rows) {
        move(JobStatus.COMPLETED, reason, job -> job.made(made), rows);
    }

    /** What it cost so far, whatever becomes of it. @param dollars empty: the provider did not say */
    public void costs(Optional<BigDecimal> dollars) {
        if (dollars.isPresent()) {
            transitions.costs(id, dollars.get());
        }
    }

    private void move(JobStatus to, String reason, UnaryOperator<Job> change, Unit<Void> also) {
        transitions.move(id, to, reason, change, also).orElseThrow(Ended::new);
    }
}
