package org.atelier.gallery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.media.MediaStore;
import org.atelier.users.PersonGone;
import org.atelier.users.WhatGoes;

/** Where items end: 30 days after they went into the bin, or at once with their owner. */
@ApplicationScoped
class GalleryEnds {
    private static final System.Logger LOG = System.getLogger(GalleryEnds.class.getName());
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 50;

    private final Database database;
    private final MediaStore media;
    private ScheduledExecutorService thread;

    @Inject
    GalleryEnds(Database database, MediaStore media) {
        this.database = database;
        this.media = media;
    }

    /** For the container's proxy only. */
    protected GalleryEnds() {
        this(null, null);
    }

    @PostConstruct
    void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var daemon = new Thread(task, "gallery-purge");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    void keepClean(@Observes DatabaseReady ready) {
        thread.scheduleWithFixedDelay(() -> purge(Instant.now()), 7, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** Removes for good what was deleted 30 days before. */
    void purge(Instant now) {
        var before = now.minus(KEPT).truncatedTo(ChronoUnit.MICROS);
        try {
            long gone = erase(() -> database.read(handle -> GalleryTable.deletedBefore(handle, before, AT_ONCE)));
            if (gone > 0) {
                LOG.log(System.Logger.Level.INFO, "{0} items that were deleted 30 days ago are gone", gone);
            }
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "deleted items are removed later: {0}", failed);
        }
    }

    void count(@Observes WhatGoes asked) {
        asked.goes("media", database.read(handle -> GalleryTable.count(handle, asked.userId())));
    }

    void erase(@Observes PersonGone gone) {
        erase(() -> database.read(handle -> GalleryTable.some(handle, gone.userId(), AT_ONCE)));
    }

    private long erase(Supplier<List<UUID>> more) {
        long erased = 0;
        for (var some = more.get(); !some.isEmpty(); some = more.get()) {
            var ids = some;
            // First the file and its row: as long as the item is there, what an interruption leaves is found again.
            media.erase(ids);
            database.write(handle -> {
                GalleryTable.delete(handle, ids);
                return null;
            });
            erased += ids.size();
        }
        return erased;
    }
}
