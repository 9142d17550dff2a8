package org.atelier.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.gallery.Gallery;
import org.atelier.gallery.Making;
import org.atelier.jobs.Job;
import org.atelier.jobs.Underway;
import org.atelier.media.MediaFile;
import org.atelier.media.MediaStore;
import org.atelier.provider.ImageAnswer;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Brings what a model made into the gallery: files first, then the end of the job and the items in one commit. */
@ApplicationScoped
class Made {
    private static final System.Logger LOG = System.getLogger(Made.class.getName());
    private static final int DECIMALS = 10;

    private final MediaStore media;
    private final Gallery gallery;

    @Inject
    Made(MediaStore media, Gallery gallery) {
        this.media = media;
        this.gallery = gallery;
    }

    /** For the container's proxy only. */
    protected Made() {
        this(null, null);
    }

    /** @param cost US dollars of all pictures together; empty: nobody told */
    void store(Job job, Underway underway, ImageAnswer answer, Optional<BigDecimal> cost) {
        var files = new ArrayList<MediaFile>();
        try {
            underway.storing();
            for (var picture : answer.pictures()) {
                keep(job, picture).ifPresent(files::add);
            }
            if (files.isEmpty()) {
                throw Problem.of(
                        ProblemType.PROVIDER_FAILED,
                        "What the model sent is no picture that can be shown. It was paid for; try again, or choose another model.");
            }
            end(job, underway, files, answer.pictures().size() + answer.missing(), cost);
        } catch (RuntimeException failed) {
            media.discard(files);
            throw failed;
        } finally {
            answer.pictures().forEach(Made::delete);
        }
    }

    private void end(Job job, Underway underway, List<MediaFile> files, int wanted, Optional<BigDecimal> cost) {
        var wish = ImageWish.of(job.parameters());
        var share = cost.map(all -> all.divide(BigDecimal.valueOf(files.size()), DECIMALS, RoundingMode.HALF_UP));
        var making = Making.image(wish.prompt(), job.model(), job.parameters(), share);
        var missing = files.size() < wanted ? files.size() + " of " + wanted + " pictures came." : null;
        underway.complete(files.stream().map(MediaFile::id).toList(), missing, handle -> {
            files.forEach(file -> gallery.add(handle, job.userId(), file, making));
            return null;
        });
    }

    /** @return empty when it is none that can be shown; what the disk refuses fails the job */
    private Optional<MediaFile> keep(Job job, Path picture) {
        try {
            return Optional.of(media.keep(picture));
        } catch (Problem refused) {
            if (refused.type().status() >= 500) {
                throw refused;
            }
            LOG.log(System.Logger.Level.WARNING, "Job {0}: a result is not kept: {1}", job.id(), refused.detail());
            return Optional.empty();
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
