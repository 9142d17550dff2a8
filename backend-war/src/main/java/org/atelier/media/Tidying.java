package org.atelier.media;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;

/**
 * Removes files that have no row: what a crash left between the two. At the start all of them, since nobody stores yet; later only old ones,
 * whose row can no longer be on its way.
 */
@ApplicationScoped
class Tidying {
    private static final System.Logger LOG = System.getLogger(Tidying.class.getName());
    private static final Duration OLD = Duration.ofDays(1);

    /** Nothing is put together for longer without being written to. */
    private static final Duration OLD_WORK = Duration.ofMinutes(30);

    /** Bounds the length of a query. */
    private static final int ASKED_AT_ONCE = 500;

    private final Database database;
    private final MediaStore store;
    private ScheduledExecutorService thread;

    @Inject
    Tidying(Database database, MediaStore store) {
        this.database = database;
        this.store = store;
    }

    /** For the container's proxy only. */
    protected Tidying() {
        this(null, null);
    }

    @PostConstruct
    void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var daemon = new Thread(task, "media-tidying");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    void keepClean(@Observes @Priority(250) DatabaseReady ready) {
        tidyWork(Duration.ZERO);
        tidy(Duration.ZERO);
        thread.scheduleWithFixedDelay(() -> tidyWork(OLD_WORK), 10, 10, TimeUnit.MINUTES);
        thread.scheduleWithFixedDelay(() -> tidy(OLD), 1, 24, TimeUnit.HOURS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** An upload that was cut off, a result that was not kept. */
    void tidyWork(Duration age) {
        try {
            store.folder().removeOldWork(age);
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "unfinished files are removed later: {0}", failed);
        }
    }

    /** @param age of the files that are looked at, at least */
    void tidy(Duration age) {
        try {
            int removed = 0;
            for (var place : store.folder().places()) {
                removed += removeOrphans(MediaFolder.olderThan(age, place));
            }
            if (removed > 0) {
                LOG.log(System.Logger.Level.INFO, "{0} files that belonged to nobody are gone", removed);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "files that belong to nobody are removed later: {0}", failed);
        }
    }

    private int removeOrphans(List<UUID> files) {
        int removed = 0;
        for (int from = 0; from < files.size(); from += ASKED_AT_ONCE) {
            var some = files.subList(from, Math.min(files.size(), from + ASKED_AT_ONCE));
            var orphans = new HashSet<>(some);
            database.read(handle -> MediaTable.known(handle, some)).forEach(orphans::remove);
            for (var orphan : orphans) {
                store.remove(orphan);
            }
            removed += orphans.size();
        }
        return removed;
    }
}
