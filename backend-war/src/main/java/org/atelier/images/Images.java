package org.atelier.images;

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
public class Images {
    private final Catalogue catalogue;
    private final MediaStore media;
    private final Budgets budgets;
    private final Jobs jobs;

    @Inject
    Images(Catalogue catalogue, MediaStore media, Budgets budgets, Jobs jobs) {
        this.catalogue = catalogue;
        this.media = media;
        this.budgets = budgets;
        this.jobs = jobs;
    }

    /** For the container's proxy only. */
    protected Images() {
        this(null, null, null, null);
    }

    /**
     * @param retryOf the job that this one tries again
     * @param also stored together with the job, with its id, or neither is
     * @throws Problem 422 for what the model does not offer, 402 when the budget has too little left
     */
    public Job begin(Payer payer, ImageWish wish, Optional<UUID> retryOf, Alongside also) {
        var model = checked(payer.userId(), wish);
        var estimate = estimate(model, wish);
        budgets.allow(payer, estimate);
        var job = Job.queued(payer, Kind.IMAGE, model.id(), wish.of(model.id()).json(), retryOf, estimate);
        return jobs.begin(job, also.of(job.id()));
    }

    /** @return US dollars at most; empty: nobody knows the price */
    Optional<BigDecimal> estimate(UUID person, ImageWish wish) {
        return estimate(checked(person, wish), wish);
    }

    private Optional<BigDecimal> estimate(CatalogueModel model, ImageWish wish) {
        return budgets.estimate(
                model, wish.prompt(), wish.count(), wish.referenceMediaIds().size());
    }

    private CatalogueModel checked(UUID person, ImageWish wish) {
        var model = wish.model()
                .map(id -> catalogue.offered(person, id, Modality.IMAGE))
                .or(() -> catalogue.defaultFor(person, Modality.IMAGE, Optional.empty()))
                .orElseThrow(
                        () -> Problem.of(
                                ProblemType.MODEL_NOT_AVAILABLE,
                                "No model that makes pictures is known. Wait until the model list has been loaded, or ask an administrator."));
        Declared.by(model.definition()).check(wish);
        for (var id : wish.referenceMediaIds()) {
            media.picture(person, id)
                    .orElseThrow(
                            () -> Problem.field("reference_media_ids", "names a picture that is not in your gallery"));
        }
        return model;
    }
}
