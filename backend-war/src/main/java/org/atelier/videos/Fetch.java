package org.atelier.videos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.gallery.Gallery;
import org.atelier.gallery.Making;
import org.atelier.jobs.Job;
import org.atelier.jobs.Underway;
import org.atelier.media.MediaStore;
import org.atelier.provider.FilmFile;
import org.atelier.provider.ProviderFailure;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Brings a film that was made into the gallery: the file first, then the end of the job and the item in one commit. */
@ApplicationScoped
class Fetch {
    private static final System.Logger LOG = System.getLogger(Fetch.class.getName());

    /** It is paid for, so a bad moment of the provider or a full disk is not the end of it. */
    private static final int MOST_FETCHES = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final String NOT_FETCHED =
            "The film is made and cannot be fetched at the moment. It is tried again by itself.";
    private static final String NOT_STORED =
            "The film is made and cannot be stored at the moment. It is tried again by itself.";

    @Inject
    private ProviderConnection provider;

    @Inject
    private MediaStore media;

    @Inject
    private Gallery gallery;

    @Inject
    private Patience patience;

    /** An attempt that goes on by a clock that nobody sets. */
    private record Attempt(Job job, Underway underway, Filming filming, long begun) {
        Duration took() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    /** @return after how long to try again; empty when it is there */
    Optional<Duration> bringHome(Job job, Underway underway) {
        var attempt = new Attempt(job, underway, Filming.of(job), System.nanoTime());
        var file = workFile();
        try {
            store(job, underway, fetched(attempt.filming(), file));
            return Optional.empty();
        } catch (ProviderFailure failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Job {0}: its film could not be fetched: {1}",
                    job.id(),
                    failed.getMessage());
            return again(attempt, notFetched(), NOT_FETCHED);
        } catch (Problem disk) {
            return again(attempt, disk, NOT_STORED);
        } finally {
            delete(file);
        }
    }

    private static Problem notFetched() {
        return Problem.of(
                ProblemType.PROVIDER_FAILED,
                "The film was made and paid for, but what the provider handed out is no film that can be shown. Try again, or choose another model.");
    }

    private Optional<Duration> again(Attempt attempt, Problem end, String notice) {
        var filming = attempt.filming();
        var pause = FIRST_PAUSE.multipliedBy(1L << filming.fetches());
        var next = filming.fetchedInVain(attempt.took().plus(pause));
        if (next.fetches() >= MOST_FETCHES || next.fetching().compareTo(patience.toBeFetched()) >= 0) {
            throw end;
        }
        attempt.underway().remember(attempt.job(), next.json(), Optional.of(notice));
        return Optional.of(pause);
    }

    private FilmFile fetched(Filming filming, Path file) {
        try {
            return provider.client()
                    .films()
                    .fetch(filming.ticket(), filming.contents(), file, patience.left(filming.fetching()))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ProviderFailure failure ? failure : failed;
        }
    }

    private void store(Job job, Underway underway, FilmFile film) {
        var kept = media.keepFilm(film.file(), film.mediaType());
        try {
            var wish = VideoWish.of(job.parameters());
            var making = Making.film(wish.prompt(), job.model(), job.parameters(), job.cost());
            underway.complete(List.of(kept.id()), null, handle -> {
                gallery.add(handle, job.userId(), kept, making);
                return null;
            });
        } catch (RuntimeException failed) {
            media.discard(List.of(kept));
            throw failed;
        }
    }

    private Path workFile() {
        try {
            return Files.createTempFile(media.workFolder(), "film", "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.log(System.Logger.Level.DEBUG, "a file is removed later: {0}", left.toString());
        }
    }
}
