package org.atelier.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.atelier.database.Database;
import org.atelier.database.Unit;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.ProblemBody;
import org.atelier.web.ProblemType;
import org.jdbi.v3.core.Handle;

/** The one place where a job changes: by compare-and-set in the writer's transaction, told to its owner after the commit. */
@ApplicationScoped
class Transitions {
    private static final Unit<Void> NOTHING_ELSE = handle -> null;

    private final Database database;
    private final JobNews news;

    @Inject
    Transitions(Database database, JobNews news) {
        this.database = database;
        this.news = news;
    }

    /** For the container's proxy only. */
    protected Transitions() {
        this(null, null);
    }

    /** @param also stored together with it, or neither is */
    void create(Job job, Unit<Void> also) {
        database.write(handle -> {
            also.run(handle);
            JobTable.insert(handle, job);
            return null;
        });
        news.tell(job);
    }

    /**
     * @param change what else of it becomes different
     * @param also stored together with it, or neither is
     * @return the job as it is now; empty when its state does not allow the step, and nothing was stored
     */
    Optional<Job> move(UUID id, JobStatus to, String reason, UnaryOperator<Job> change, Unit<Void> also) {
        try {
            return submit(id, to, reason, change, also).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    Optional<Job> move(UUID id, JobStatus to, String reason) {
        return move(id, to, reason, UnaryOperator.identity(), NOTHING_ELSE);
    }

    /** As {@link #move}, without waiting; completes on the writer's thread. */
    CompletableFuture<Optional<Job>> submit(UUID id, JobStatus to, String reason, UnaryOperator<Job> change) {
        return submit(id, to, reason, change, NOTHING_ELSE);
    }

    private CompletableFuture<Optional<Job>> submit(
            UUID id, JobStatus to, String reason, UnaryOperator<Job> change, Unit<Void> also) {
        return database.submit(handle -> {
                    var next = JobTable.find(handle, id)
                            .filter(job -> job.status().mayBecome(to))
                            .map(job -> change.apply(job).moved(to, reason));
                    next.ifPresent(job -> store(handle, job, also));
                    return next;
                })
                .thenApply(next -> {
                    next.ifPresent(news::tell);
                    return next;
                });
    }

    private static void store(Handle handle, Job job, Unit<Void> also) {
        also.run(handle);
        JobTable.update(handle, job);
    }

    /** Ends it as its owner reads it; without effect when it is over. */
    void fail(UUID id, Problem problem) {
        var end = problem.type() == ProblemType.PROVIDER_TIMEOUT ? JobStatus.TIMED_OUT : JobStatus.FAILED;
        var body = Json.MAPPER.valueToTree(ProblemBody.of(problem, id.toString()));
        move(id, end, problem.detail(), job -> job.failed(body), NOTHING_ELSE);
    }

    Optional<Job> find(UUID id) {
        return database.read(handle -> JobTable.find(handle, id));
    }

    /**
     * What is to be remembered of a job that the provider accepted, whatever became of it here meanwhile.
     *
     * @return the job as it is now; empty when its owner is gone
     */
    Optional<Job> accepted(UUID id, JsonNode checkpoint) {
        var now = database.write(handle -> {
            var job = JobTable.find(handle, id)
                    .map(found -> found.remembering(checkpoint))
                    .map(found -> found.status().mayBecome(JobStatus.PROCESSING)
                            ? found.moved(JobStatus.PROCESSING, null)
                            : found);
            job.ifPresent(next -> JobTable.update(handle, next));
            return job;
        });
        now.ifPresent(news::tell);
        return now;
    }

    /** Without a step. @param notice null: nothing holds it up; its owner is told when that becomes different */
    void remember(Job job, JsonNode checkpoint, String notice) {
        database.write(handle -> {
            JobTable.remember(handle, job.id(), checkpoint, notice);
            return null;
        });
        if (!job.notice().equals(Optional.ofNullable(notice))) {
            find(job.id()).ifPresent(news::tell);
        }
    }

    /** Nothing is left to do for a job that has ended. */
    void forget(UUID id) {
        database.write(handle -> {
            JobTable.forget(handle, id);
            return null;
        });
    }

    /** What was paid is told in every state, also after the end. */
    void costs(UUID id, BigDecimal dollars) {
        var told = database.write(handle -> {
            var dearer = JobTable.find(handle, id).map(job -> job.costing(Optional.of(dollars)));
            dearer.ifPresent(job -> JobTable.update(handle, job));
            return dearer;
        });
        told.ifPresent(news::tell);
    }
}
