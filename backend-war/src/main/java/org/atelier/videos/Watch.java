package org.atelier.videos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.jobs.Job;
import org.atelier.jobs.Underway;
import org.atelier.provider.FilmReport;
import org.atelier.provider.ProviderFailure;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Asks after a film until the provider says that it is over, and brings its cost into the ledger. */
@ApplicationScoped
class Watch {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());

    /** Beyond it the cost of an unwanted film stays unknown. */
    private static final Duration WORTH_ASKING = Duration.ofDays(1);

    /** Right after it was handed in a film may be unknown for a moment; one that stays so is lost. */
    private static final int MOST_UNKNOWN = 10;

    private static final int UNKNOWN = 404;
    private static final Duration UNWANTED_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @Inject
    private ProviderConnection provider;

    @Inject
    private FilmCost cost;

    @Inject
    private Patience patience;

    /** @return after how long to look again, or to go on */
    Duration look(Job job, Underway underway) {
        var filming = Filming.of(job);
        if (filming.watched().compareTo(patience.toBeMade()) > 0) {
            cost.unknown(job);
            throw Problem.of(
                    ProblemType.PROVIDER_TIMEOUT,
                    "The provider did not finish this film in time. Try again, or choose another model.");
        }
        FilmReport report;
        try {
            report = report(filming);
        } catch (ProviderFailure silent) {
            return silent(job, underway, filming, silent);
        }
        if (!report.state().isOver()) {
            var pause = pause(filming, report.retryAfter());
            underway.remember(job, filming.looked(pause, true).json(), Optional.empty());
            return pause;
        }
        cost.told(job, underway, report);
        if (report.state() != FilmReport.State.COMPLETED) {
            throw failed(job, report);
        }
        underway.remember(job, filming.lyingAt(report.contents()).json(), Optional.empty());
        underway.storing();
        return Duration.ZERO;
    }

    /**
     * For a film that nobody waits for any more: what it cost is told all the same.
     *
     * @return after how long to look again; empty when it is known, or never will be
     */
    Optional<Duration> learnCost(Job job, Underway underway) {
        var filming = Filming.of(job);
        if (!filming.asked()) {
            stop(job, filming);
            filming = filming.askedToStop();
        }
        try {
            var report = report(filming);
            if (report.state().isOver()) {
                cost.told(job, underway, report);
                underway.done();
                return Optional.empty();
            }
        } catch (ProviderFailure silent) {
            LOG.log(System.Logger.Level.DEBUG, "Job {0}: its cost is asked for again", job.id());
        }
        if (filming.watched().compareTo(WORTH_ASKING) > 0) {
            cost.unknown(job);
            underway.done();
            return Optional.empty();
        }
        var pause = filming.pause().compareTo(UNWANTED_PAUSE) > 0 ? filming.pause() : UNWANTED_PAUSE;
        underway.remember(job, filming.looked(pause, true).json(), Optional.empty());
        return Optional.of(pause);
    }

    private void stop(Job job, Filming filming) {
        provider.client().films().cancel(filming.ticket()).exceptionally(silent -> {
            LOG.log(System.Logger.Level.DEBUG, "Job {0}: the provider was not told to stop", job.id());
            return false;
        });
    }

    private Duration silent(Job job, Underway underway, Filming filming, ProviderFailure silent) {
        LOG.log(
                System.Logger.Level.INFO,
                "Job {0}: the provider does not say how its film is: {1}",
                job.id(),
                silent.getMessage());
        boolean known = !silent.status().equals(Optional.of(UNKNOWN));
        if (!known && filming.unknown() >= MOST_UNKNOWN) {
            cost.unknown(job);
            throw Problem.of(
                    ProblemType.OUTCOME_UNKNOWN,
                    "The provider took this film and does not know it any more, so it was possibly charged. Try again to have it made anew.");
        }
        var pause = pause(filming, silent.retryAfter());
        underway.remember(
                job,
                filming.looked(pause, known).json(),
                Optional.of("The provider does not answer at the moment. It is asked again by itself."));
        return pause;
    }

    private static Duration pause(Filming filming, Optional<Duration> wanted) {
        return wanted.map(longer -> longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer)
                .filter(longer -> longer.compareTo(filming.pause()) > 0)
                .orElse(filming.pause());
    }

    private FilmReport report(Filming filming) {
        try {
            return provider.client().films().look(filming.ticket()).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ProviderFailure failure ? failure : failed;
        }
    }

    private static Problem failed(Job job, FilmReport report) {
        LOG.log(System.Logger.Level.INFO, "Job {0}: the provider ended its film as {1}", job.id(), report.word());
        return Problem.of(
                ProblemType.PROVIDER_FAILED,
                switch (report.state()) {
                    case CANCELLED ->
                        "The provider ended this film before it was made. Try again, or choose another model.";
                    case EXPIRED ->
                        "The provider does not have this film any more. Try again, or choose another model.";
                    default -> "The provider could not make this film. Put it differently, or choose another model.";
                });
    }
}
