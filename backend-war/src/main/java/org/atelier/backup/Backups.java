package org.atelier.backup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.database.Database;
import org.atelier.media.MediaStore;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** All backups, and the one that is being made: one at a time, on a thread of its own. */
@ApplicationScoped
public class Backups {
    private static final System.Logger LOG = System.getLogger(Backups.class.getName());

    private record Running(Failure begun, Path folder, Progress progress) {
        BackupView view() {
            return BackupView.running(begun, progress);
        }
    }

    private final Database database;
    private final MediaStore media;
    private final Audit audit;
    private final Path data;
    private final BackupFolder folder;
    private final Retention retention;
    private final Clock clock;
    private final ExecutorService thread;
    private Running running;
    private volatile boolean stopping;

    @Inject
    Backups(Database database, MediaStore media, Audit audit, Settings settings) {
        this(database, media, audit, settings, Clock.systemUTC());
    }

    Backups(Database database, MediaStore media, Audit audit, Settings settings, Clock clock) {
        this.database = database;
        this.media = media;
        this.audit = audit;
        this.data = settings.dataDir();
        this.folder = new BackupFolder(settings.backupDir());
        this.retention = new Retention(folder, audit, settings.number(Setting.BACKUP_KEEP));
        this.clock = clock;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            var daemon = new Thread(work, "backup");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** For the container's proxy only. */
    protected Backups() {
        this.database = null;
        this.media = null;
        this.audit = null;
        this.data = null;
        this.folder = null;
        this.retention = null;
        this.clock = null;
        this.thread = null;
    }

    /** Before the database: what is not whole now is cleaned up at the next start. */
    void stop(@Observes @Priority(1500) @BeforeDestroyed(ApplicationScoped.class) Object application)
            throws InterruptedException {
        stopping = true;
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    /**
     * What a kill left becomes a failure that can be seen.
     *
     * @return those failures
     */
    List<BackupView> cleanUp() {
        try {
            folder.removeGoing();
            var failures = folder.failUnfinished(clock.instant());
            failures.forEach(left -> audit.record(Actor.system(), Action.BACKUP_FAILED, Target.backup(left.id())));
            return failures;
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "The folder for backups cannot be looked through", failed);
            return List.of();
        }
    }

    /** @return the newest first; the one that is being made among them */
    List<BackupView> list() {
        try {
            var underway = underway();
            var others = folder.all().stream()
                    .filter(one ->
                            underway.filter(same -> same.id().equals(one.id())).isEmpty());
            return Stream.concat(underway.stream(), others).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws Problem 404 */
    BackupView find(String id) {
        return underway()
                .filter(one -> one.id().equals(id))
                .or(() -> folder.find(id))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such backup."));
    }

    synchronized Optional<BackupView> underway() {
        return Optional.ofNullable(running).map(Running::view);
    }

    Path place(String id) {
        return folder.place(id);
    }

    Path root() {
        return folder.root();
    }

    /**
     * @param actor who asks, where somebody does
     * @param ended told how it went
     * @throws Problem 409 while another one is being made; 507 or 503 when the folder does not take it, or the server is about to stop
     */
    synchronized BackupView begin(MadeBy madeBy, Actor actor, Consumer<BackupView> ended) {
        if (stopping) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The server is about to stop. Try again in a moment.");
        }
        if (running != null) {
            throw Problem.of(ProblemType.CONFLICT, "A backup is being made already. Wait until it has ended.");
        }
        try {
            var now = clock.instant();
            var making = folder.begin(now);
            var begun = Failure.unfinished(BackupFolder.id(making), madeBy, actor.userId(), now);
            BackupFolder.write(making, begun);
            running = new Running(begun, making, new Progress());
        } catch (IOException failed) {
            throw Trouble.of(failed, folder.root());
        }
        var one = running;
        thread.execute(() -> ended.accept(make(one, actor)));
        return one.view();
    }

    private BackupView make(Running one, Actor actor) {
        try {
            var manifest = new Making(database, media, data, clock, one.folder(), folder.newestWhole(), one.progress())
                    .run(one.begun());
            folder.finish(one.folder());
            over();
            audit.record(
                    actor,
                    Action.BACKUP_MADE,
                    Target.backup(manifest.id()),
                    Map.of(),
                    Map.of("bytes", manifest.bytes(), "files", manifest.files()));
            retention.apply();
            return BackupView.of(manifest);
        } catch (IOException | RuntimeException failed) {
            return stopping ? BackupView.of(one.begun()) : failed(one, actor, failed);
        }
    }

    private BackupView failed(Running one, Actor actor, Exception failed) {
        var problem = Trouble.of(failed, folder.root());
        LOG.log(System.Logger.Level.ERROR, "A backup failed: " + problem.detail(), failed);
        var failure = one.begun().because(problem, clock.instant());
        try {
            folder.fail(one.folder(), failure);
        } catch (IOException alsoThis) {
            LOG.log(System.Logger.Level.WARNING, "What is left of it goes at the next start", alsoThis);
        }
        over();
        audit.record(actor, Action.BACKUP_FAILED, Target.backup(failure.id()));
        return BackupView.of(failure);
    }

    private synchronized void over() {
        running = null;
    }

    /** @throws Problem 404; 409 while it is being made; 503 when it cannot be removed */
    void delete(String id, Actor actor) {
        if (find(id).state() == BackupView.State.RUNNING) {
            throw Problem.of(ProblemType.CONFLICT, "This backup is being made. Wait until it has ended.");
        }
        try {
            folder.remove(id);
        } catch (IOException failed) {
            throw Trouble.of(failed, folder.root());
        }
        audit.record(actor, Action.BACKUP_DELETED, Target.backup(id));
    }
}
