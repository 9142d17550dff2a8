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
import org.atelier.provider.FilmLimits;
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

    @Inject
    private ProviderConnection provider;

    @Inject
    private MediaStore media;

    @Inject
    private Gallery gallery;

    /** @return after how long to try again; empty when it is there */
    Optional<Duration> bringHome(Job job, Underway underway) {
        var filming = Filming.of(job);
        var file = workFile();
        try {
            var film = fetched(filming, file);
            store(job, underway, film);
            return Optional.empty();
        } catch (ProviderFailure notFetched) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Job {0}: its film could not be fetched: {1}",
                    job.id(),
                    notFetched.getMessage());
            return again(
                    job,
                    underway,
                    filming,
                    notFetched(),
                    "The film is made and cannot be fetched at the moment. It is tried again by itself.");
        } catch (Problem disk) {
            return again(
                    job,
                    underway,
                    filming,
                    disk,
                    "The film is made and cannot be stored at the moment. It is tried again by itself.");
        } finally {
            delete(file);
        }
    }

    private static Problem notFetched() {
        return Problem.of(
                ProblemType.PROVIDER_FAILED,
                "The film was made and paid for, but what the provider handed out is no film that can be shown. Try again, or choose another model.");
    }

    private static Optional<Duration> again(Job job, Underway underway, Filming filming, Problem end, String notice) {
        if (filming.fetches() + 1 >= MOST_FETCHES) {
            throw end;
        }
        underway.remember(job, filming.fetchedInVain().json(), Optional.of(notice));
        return Optional.of(FIRST_PAUSE.multipliedBy(1L << filming.fetches()));
    }

    private FilmFile fetched(Filming filming, Path file) {
        try {
            return provider.client()
                    .films()
                    .fetch(filming.ticket(), filming.contents(), file, FilmLimits.STANDARD)
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
