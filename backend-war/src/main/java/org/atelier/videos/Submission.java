package org.atelier.videos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.atelier.catalogue.Catalogue;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.catalogue.ProviderProblems;
import org.atelier.jobs.Job;
import org.atelier.jobs.Underway;
import org.atelier.media.MediaStore;
import org.atelier.provider.CallRecorder;
import org.atelier.provider.FilmRequest;
import org.atelier.provider.FilmSubmission;
import org.atelier.provider.Modality;
import org.atelier.usage.Budgets;
import org.atelier.usage.Kind;
import org.atelier.usage.Ledger;
import org.atelier.usage.LedgerSearch;
import org.atelier.usage.Purpose;
import org.atelier.usage.Route;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Hands a film in, once. */
@ApplicationScoped
class Submission {
    private static final System.Logger LOG = System.getLogger(Submission.class.getName());

    /** Longest side of a picture that is sent along. */
    private static final int FRAME_SIDE = 2048;

    /** Doubled after each turn, so that thousands that wait do not ask a provider that is gone again and again. */
    private static final Duration NEXT_TURN = Duration.ofSeconds(30);

    private static final Duration LATEST_TURN = Duration.ofMinutes(2);

    /** So often a busy provider is tried. */
    private static final int MOST_TURNS = 40;

    @Inject
    private Catalogue catalogue;

    @Inject
    private ProviderConnection provider;

    @Inject
    private Budgets budgets;

    @Inject
    private Ledger ledger;

    @Inject
    private LedgerSearch lines;

    @Inject
    private MediaStore media;

    /** @return after how long it is gone on with */
    Duration handIn(Job job, Underway underway) {
        var wish = VideoWish.of(job.parameters());
        var model = catalogue.offered(job.userId(), job.model(), Modality.VIDEO);
        var purpose = Purpose.job(job.userId(), Kind.VIDEO, Route.VIDEO, job.id())
                .within(budgets.allow(job.payer(), job.estimatedCost()));
        var recorder = ledger.recorder(purpose);
        CallRecorder ifWanted = paid -> {
            underway.expectWanted();
            return recorder.opening(paid);
        };
        var outcome = provider.client()
                .films()
                .submit(request(job, wish, model), ifWanted)
                .submission()
                .join();
        if (outcome instanceof FilmSubmission.Accepted accepted) {
            return remember(job, underway, Filming.of(accepted.ticket()));
        }
        if (outcome instanceof FilmSubmission.Refused refused) {
            return later(job, underway, refused);
        }
        throw unknown(job);
    }

    private static Duration remember(Job job, Underway underway, Filming filming) {
        try {
            underway.accepted(filming.json());
        } catch (Underway.Ended ended) {
            throw ended;
        } catch (RuntimeException notStored) {
            // It is paid for: with this line somebody can still ask the provider for it.
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Job {0}: the provider took the film as {1}, which could not be stored",
                    job.id(),
                    filming.id());
            throw notStored;
        }
        return filming.pause();
    }

    private static Duration later(Job job, Underway underway, FilmSubmission.Refused refused) {
        var problem = problem(refused);
        if (!refused.maybeLater() || job.turns() >= MOST_TURNS) {
            throw problem;
        }
        underway.backToTheQueue("The provider takes no films at the moment. This one is handed in again by itself.");
        return pause(job.turns(), refused.failure().retryAfter());
    }

    static Duration pause(long turns, Optional<Duration> wanted) {
        var doubled = turns > 3 ? LATEST_TURN : NEXT_TURN.multipliedBy(1L << Math.max(0, turns - 1));
        var own = doubled.compareTo(LATEST_TURN) > 0 ? LATEST_TURN : doubled;
        return wanted.filter(longer -> longer.compareTo(own) > 0).orElse(own);
    }

    private static RuntimeException problem(FilmSubmission.Refused refused) {
        for (Throwable cause = refused.failure(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Underway.Ended ended) {
                return ended;
            }
        }
        return ProviderProblems.of(refused.failure());
    }

    private Problem unknown(Job job) {
        var problem = Problem.of(
                ProblemType.OUTCOME_UNKNOWN,
                "The provider did not say whether it took this film, so its outcome is unknown, and it was possibly charged. Try again to have it made anew.");
        return lines.paidFor(job.id())
                .map(line -> problem.with("ledger_id", line))
                .orElse(problem);
    }

    private FilmRequest request(Job job, VideoWish wish, CatalogueModel model) {
        return new FilmRequest(
                model.definition(),
                wish.prompt(),
                wish.duration(),
                wish.resolution(),
                wish.aspectRatio(),
                wish.size(),
                wish.seed(),
                wish.generateAudio(),
                frame(job, "image_media_id", wish.imageMediaId()),
                frame(job, "last_image_media_id", wish.lastImageMediaId()),
                Optional.of(job.userId().toString()));
    }

    private Optional<String> frame(Job job, String field, Optional<UUID> id) {
        return id.map(picture -> media.picture(job.userId(), picture)
                        .orElseThrow(
                                () -> Problem.field(field, "names a picture that is not in your gallery any more")))
                .map(file -> media.dataUrl(file, FRAME_SIDE));
    }
}
