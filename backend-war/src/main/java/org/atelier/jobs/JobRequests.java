package org.atelier.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.atelier.database.Unit;
import org.atelier.idempotency.Claim;
import org.atelier.idempotency.Keys;
import org.atelier.idempotency.RequestKey;
import org.atelier.usage.Kind;
import org.atelier.web.Caller;
import org.atelier.web.Patience;

/**
 * Asking for a job over HTTP. With an {@code Idempotency-Key} the key is stored together with the job, so that either both are there or
 * none, and the same request finds the same job for a day; with {@code Prefer: wait=…} the answer waits for the end.
 */
@ApplicationScoped
public class JobRequests {
    private static final int LOOK_AGAIN_SECONDS = 2;

    private final Jobs jobs;
    private final Keys keys;

    @Inject
    JobRequests(Jobs jobs, Keys keys) {
        this.jobs = jobs;
        this.keys = keys;
    }

    /** For the container's proxy only. */
    protected JobRequests() {
        this(null, null);
    }

    /** What is stored together with a job of this id. */
    @FunctionalInterface
    public interface Alongside {
        Alongside NOTHING = job -> handle -> null;

        Unit<Void> of(UUID job);
    }

    /** Checks the wish and begins the job. */
    @FunctionalInterface
    public interface Begin {
        Job with(Alongside also);
    }

    /** @return what can be done with one of the caller's jobs */
    public JobResource one(HttpServletRequest request, Kind kind, UUID id) {
        return new JobResource(jobs, this, request, kind, id);
    }

    /** @param replayed whether the same request came before, and this is its job */
    public record Begun(Job job, boolean replayed) {}

    /**
     * @param wish the body, by which a repetition is recognised
     * @return 202 with the job, or 200 when it ends in time
     */
    public CompletionStage<Response> ask(HttpServletRequest request, Kind kind, Object wish, Begin begin) {
        var patience = Patience.of(request.getHeader("Prefer"));
        var begun = begin(request, kind, wish, begin);
        var view = patience.isZero()
                ? CompletableFuture.completedFuture(jobs.view(begun.job()))
                : jobs.ended(begun.job(), patience);
        return view.thenApply(job -> answer(job, begun.replayed()));
    }

    /** As {@link #ask}, for whoever answers in other words. */
    public Begun begin(HttpServletRequest request, Kind kind, Object wish, Begin begin) {
        var key = RequestKey.of(request);
        if (key.isEmpty()) {
            return new Begun(begin.with(Alongside.NOTHING), false);
        }
        var claim = keys.claim(key.get(), wish);
        if (claim instanceof Claim.Answered answered) {
            return new Begun(jobs.owned(Caller.of(request), kind, answered.runId()), true);
        }
        // Nothing else is possible: these keys are never on disk before their job is.
        var fresh = (Claim.Fresh) claim;
        try {
            return new Begun(
                    begin.with(job -> handle -> {
                        keys.takeAnswered(handle, fresh, job);
                        return null;
                    }),
                    false);
        } finally {
            keys.leave(fresh);
        }
    }

    private static Response answer(JobView job, boolean replayed) {
        var place = URI.create("/api/generate/" + job.kind().word() + "/" + job.id());
        var response = job.status().isOver()
                ? Response.ok(job).header(HttpHeaders.CONTENT_LOCATION, place)
                : Response.accepted(job).location(place).header(HttpHeaders.RETRY_AFTER, LOOK_AGAIN_SECONDS);
        return replayed ? response.header(RequestKey.REPLAYED, "true").build() : response.build();
    }
}
