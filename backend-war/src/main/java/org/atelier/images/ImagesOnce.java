package org.atelier.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.atelier.idempotency.Claim;
import org.atelier.idempotency.Keys;
import org.atelier.idempotency.RequestKey;
import org.atelier.jobs.Job;
import org.atelier.jobs.Jobs;
import org.atelier.usage.Kind;
import org.atelier.web.Caller;

/**
 * Asking with an {@code Idempotency-Key}: the key is stored together with the job, so that either both are there or none, and the same
 * request finds the same job for a day.
 */
@ApplicationScoped
class ImagesOnce {
    private final Images images;
    private final Jobs jobs;
    private final Keys keys;

    @Inject
    ImagesOnce(Images images, Jobs jobs, Keys keys) {
        this.images = images;
        this.jobs = jobs;
        this.keys = keys;
    }

    /** For the container's proxy only. */
    protected ImagesOnce() {
        this(null, null, null);
    }

    /** What was asked. @param replayed whether that was by an earlier request */
    record Once(Job job, boolean replayed) {}

    Once begin(Caller caller, ImageWish wish, Optional<UUID> retryOf, Optional<RequestKey> key) {
        if (key.isEmpty()) {
            return new Once(images.begin(caller, wish, retryOf, Images.NOTHING_ELSE), false);
        }
        var claim = keys.claim(key.get(), wish);
        if (claim instanceof Claim.Answered answered) {
            return new Once(jobs.owned(caller, Kind.IMAGE, answered.runId()), true);
        }
        // Nothing else is possible: these keys are never on disk before their job is.
        var fresh = (Claim.Fresh) claim;
        try {
            return new Once(
                    images.begin(caller, wish, retryOf, job -> handle -> {
                        keys.takeAnswered(handle, fresh, job);
                        return null;
                    }),
                    false);
        } finally {
            keys.leave(fresh);
        }
    }
}
