package org.atelier.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.atelier.catalogue.Catalogue;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.catalogue.ProviderProblems;
import org.atelier.jobs.Job;
import org.atelier.jobs.JobRequests.Alongside;
import org.atelier.jobs.Limits;
import org.atelier.jobs.Underway;
import org.atelier.jobs.Work;
import org.atelier.media.MediaStore;
import org.atelier.provider.ImageAnswer;
import org.atelier.provider.ImageRequest;
import org.atelier.provider.Modality;
import org.atelier.provider.ProviderFailure;
import org.atelier.usage.Budgets;
import org.atelier.usage.Kind;
import org.atelier.usage.Ledger;
import org.atelier.usage.Payer;
import org.atelier.usage.Purpose;
import org.atelier.usage.Route;
import org.atelier.web.Problem;

/** Has pictures made: the one paid call of a job, and what comes of it into the gallery. */
@ApplicationScoped
class ImageWork implements Work {
    /** Longest side of a picture that is sent along; what models see of larger ones is scaled down by their provider anyway. */
    private static final int REFERENCE_SIDE = 1536;

    private final Images images;
    private final Catalogue catalogue;
    private final ProviderConnection provider;
    private final Budgets budgets;
    private final Ledger ledger;
    private final MediaStore media;
    private final Made made;

    @Inject
    ImageWork(
            Images images,
            Catalogue catalogue,
            ProviderConnection provider,
            Budgets budgets,
            Ledger ledger,
            MediaStore media,
            Made made) {
        this.images = images;
        this.catalogue = catalogue;
        this.provider = provider;
        this.budgets = budgets;
        this.ledger = ledger;
        this.media = media;
        this.made = made;
    }

    /** For the container's proxy only. */
    protected ImageWork() {
        this(null, null, null, null, null, null, null);
    }

    @Override
    public Kind kind() {
        return Kind.IMAGE;
    }

    @Override
    public Limits limits() {
        return new Limits(16, 4);
    }

    @Override
    public Job again(Job ended, Payer payer, Alongside also) {
        return images.begin(payer, ImageWish.of(ended.parameters()), Optional.of(ended.id()), also);
    }

    /** All of it at once: the call itself takes no longer than storing what comes of it is worth a thread. */
    @Override
    public Optional<Duration> go(Job job, Underway underway) {
        var wish = ImageWish.of(job.parameters());
        var model = catalogue.offered(job.userId(), job.model(), Modality.IMAGE);
        var allowance = budgets.allow(job.payer(), job.estimatedCost());
        var purpose =
                Purpose.job(job.userId(), Kind.IMAGE, Route.IMAGE, job.id()).within(allowance);
        var bill = new Bill(ledger.recorder(purpose), underway);
        var call = provider.client().images(request(job, wish, model), media.workFolder(), bill);
        underway.stoppedBy(call::cancel);
        ImageAnswer answer;
        try {
            answer = call.answer().join();
        } catch (CompletionException failed) {
            underway.costs(bill.total());
            throw problem(failed);
        }
        underway.costs(bill.total());
        made.store(job, underway, answer, bill.total());
        return Optional.empty();
    }

    private static RuntimeException problem(CompletionException failed) {
        if (!(failed.getCause() instanceof ProviderFailure failure)) {
            return failed;
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Underway.Ended ended) {
                return ended;
            }
        }
        return ProviderProblems.of(failure);
    }

    private List<String> references(Job job, ImageWish wish) {
        return wish.referenceMediaIds().stream()
                .map(id -> media.picture(job.userId(), id)
                        .orElseThrow(() -> Problem.field(
                                "reference_media_ids", "names a picture that is not in your gallery any more")))
                .map(file -> media.dataUrl(file, REFERENCE_SIDE))
                .toList();
    }

    private ImageRequest request(Job job, ImageWish wish, CatalogueModel model) {
        return new ImageRequest(
                model.definition(),
                wish.prompt(),
                wish.n(),
                wish.size(),
                wish.aspectRatio(),
                wish.imageSize(),
                wish.seed(),
                references(job, wish),
                Optional.of(job.userId().toString()));
    }
}
