package org.atelier.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.atelier.events.EventLog;
import org.atelier.events.PersonEvents;
import org.atelier.gallery.Gallery;
import org.atelier.gallery.GalleryItem;
import org.atelier.web.Json;

/**
 * Tells what becomes of jobs: the owner's open pages, those who follow one job, and those who wait for its end. By one thread of its own, in
 * the order of the commits, since a commit must not wait for what is read to tell of it.
 */
@ApplicationScoped
class JobNews {
    private static final String EVENT = "job";

    private final ExecutorService teller = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "job-news");
        thread.setDaemon(true);
        return thread;
    });
    private final ConcurrentHashMap<UUID, EventLog> followed = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, CompletableFuture<JobView>> awaited = new ConcurrentHashMap<>();
    private final PersonEvents events;
    private final Gallery gallery;

    @Inject
    JobNews(PersonEvents events, Gallery gallery) {
        this.events = events;
        this.gallery = gallery;
    }

    /** For the container's proxy only. */
    protected JobNews() {
        this(null, null);
    }

    /** @return the job as its owner sees it */
    JobView view(Job job) {
        return views(job.userId(), List.of(job)).get(0);
    }

    /** As {@link #view} for a page of one person's jobs: their pictures are read at once. */
    List<JobView> views(UUID person, List<Job> jobs) {
        var ids = jobs.stream().flatMap(job -> job.media().stream()).toList();
        var items = gallery.shown(person, ids).stream().collect(Collectors.toMap(GalleryItem::id, Function.identity()));
        return jobs.stream()
                .map(job -> JobView.of(
                        job,
                        job.media().stream()
                                .map(items::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    void tell(Job job) {
        teller.execute(() -> tellNow(job));
    }

    private void tellNow(Job job) {
        var view = view(job);
        events.publish(job.userId(), EVENT, () -> Json.bytes(view));
        var log = followed.get(job.id());
        if (log != null) {
            log.append(EVENT, Json.bytes(view));
        }
        if (job.status().isOver()) {
            end(job.id(), view);
        }
    }

    private void end(UUID id, JobView view) {
        var log = followed.remove(id);
        if (log != null) {
            log.close();
        }
        var waiting = awaited.remove(id);
        if (waiting != null) {
            waiting.complete(view);
        }
    }

    /**
     * What happens to it from now on, each time the whole job.
     *
     * @param present reads the job, after its news are listened to, so that no end is missed
     */
    EventLog follow(UUID id, Supplier<Job> present) {
        var log = followed.computeIfAbsent(id, job -> new EventLog(1));
        var job = present.get();
        if (!job.status().isOver()) {
            log.append(EVENT, Json.bytes(view(job)));
            return log;
        }
        followed.remove(id, log);
        var last = new EventLog(1);
        last.append(EVENT, Json.bytes(view(job)));
        last.close();
        return last;
    }

    /**
     * The job when it has ended, or as it is when that takes longer.
     *
     * @param present reads the job, after its news are listened to, so that no end is missed
     */
    CompletableFuture<JobView> ended(UUID id, Supplier<Job> present, Duration patience) {
        var ending = awaited.computeIfAbsent(id, job -> new CompletableFuture<>());
        var job = present.get();
        if (job.status().isOver()) {
            awaited.remove(id, ending);
            return CompletableFuture.completedFuture(view(job));
        }
        return ending.copy()
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApplyAsync(view -> view == null ? view(present.get()) : view, teller);
    }
}
