package org.atelier.videos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.atelier.catalogue.Catalogue;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.jobs.Job;
import org.atelier.jobs.JobRequests.Alongside;
import org.atelier.jobs.Jobs;
import org.atelier.media.MediaStore;
import org.atelier.provider.Modality;
import org.atelier.usage.Budgets;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** What stands between a wish and its job: a model that can do it, own pictures to start from, and a budget that has it left. */
@ApplicationScoped
class Videos {
    private final Catalogue catalogue;
    private final MediaStore media;
    private final Budgets budgets;
    private final Jobs jobs;

    @Inject
    Videos(Catalogue catalogue, MediaStore media, Budgets budgets, Jobs jobs) {
        this.catalogue = catalogue;
        this.media = media;
        this.budgets = budgets;
        this.jobs = jobs;
    }

    /** For the container's proxy only. */
    protected Videos() {
        this(null, null, null, null);
    }

    /**
     * @param retryOf the job that this one tries again
     * @param also stored together with the job, with its id, or neither is
     * @throws Problem 422 for what the model does not offer, 402 when the budget has too little left
     */
    Job begin(Payer payer, VideoWish wish, Optional<UUID> retryOf, Alongside also) {
        var model = checked(payer.userId(), wish);
        var estimate = budgets.estimate(model, wish.priced());
        budgets.allow(payer, estimate);
        var job = Job.queued(payer, Kind.VIDEO, model.id(), wish.of(model.id()).json(), retryOf, estimate);
        return jobs.begin(job, also.of(job.id()));
    }

    /** @return US dollars at most; empty: nobody knows the price */
    Optional<BigDecimal> estimate(UUID person, VideoWish wish) {
        return budgets.estimate(checked(person, wish), wish.priced());
    }

    private CatalogueModel checked(UUID person, VideoWish wish) {
        var model = wish.model()
                .map(id -> catalogue.offered(person, id, Modality.VIDEO))
                .or(() -> catalogue.defaultFor(person, Modality.VIDEO, Optional.empty()))
                .orElseThrow(
                        () -> Problem.of(
                                ProblemType.MODEL_NOT_AVAILABLE,
                                "No model that makes films is known. Wait until the model list has been loaded, or ask an administrator."));
        Declared.by(model.definition()).check(wish);
        wish.imageMediaId().ifPresent(id -> own(person, "image_media_id", id));
        wish.lastImageMediaId().ifPresent(id -> own(person, "last_image_media_id", id));
        return model;
    }

    private void own(UUID person, String field, UUID id) {
        media.picture(person, id)
                .orElseThrow(() -> Problem.field(field, "names a picture that is not in your gallery"));
    }
}
