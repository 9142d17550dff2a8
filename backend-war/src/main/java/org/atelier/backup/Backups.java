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
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.media.MediaStore;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** All backups, and the one that is being made: one at a time, on a thread of its own. */
@ApplicationScoped
public class Backups {
    private static final System.Logger LOG = System.getLogger(Backups.class.getName());
    private static final int LOOK_SECONDS = 2;

    private record Running(String id, Path folder, MadeBy madeBy, Instant startedAt, Progress progress) {
        BackupView view() {
            return BackupView.running(id, madeBy, startedAt, progress);
        }
    }

    private final Database database;
    private final MediaStore media;
    private final Audit audit;
    private final Path data;
    private final BackupFolder folder;
    private final Optional<Schedule> schedule;
    private final int keep;
    private final Clock clock;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        var daemon = new Thread(work, "backup");
        daemon.setDaemon(true);
        return daemon;
    });
    private Running running;

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
        this.schedule = settings.text(Setting.BACKUP_AT).map(LocalTime::parse).map(Schedule::new);
        this.keep = settings.number(Setting.BACKUP_KEEP);
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected Backups() {
        this.database = null;
        this.media = null;
        this.audit = null;
        this.data = null;
        this.folder = null;
        this.schedule = Optional.empty();
        this.keep = 0;
        this.clock = null;
    }

    void start(@Observes @Priority(700) DatabaseReady ready) {
        cleanUp();
        var request = new RequestFile(data, this);
        threads.scheduleWithFixedDelay(
                () -> {
                    request.look();
                    lookAtTheClock();
                },
                LOOK_SECONDS,
                LOOK_SECONDS,
                TimeUnit.SECONDS);
    }

    /** Before the database: what is not whole now is cleaned up at the next start. */
    void stop(@Observes @Priority(1500) @BeforeDestroyed(ApplicationScoped.class) Object application) {
        threads.shutdownNow();
    }

    /** What a kill left becomes a failure that can be seen. */
    void cleanUp() {
        try {
            folder.removeGoing();
            for (var left : folder.unfinished()) {
                var reason = "The server ended while this backup was being made. Make another one.";
                folder.fail(
                        left,
                        new Failure(BackupFolder.id(left), MadeBy.COMMAND, clock.instant(), clock.instant(), reason));
                LOG.log(System.Logger.Level.WARNING, "A backup that was not whole was removed: {0}", left);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "The folder for backups cannot be looked through", failed);
        }
    }

    void lookAtTheClock() {
        try {
            if (schedule.isPresent() && underway().isEmpty()) {
                var all = list();
                var whole = all.stream()
                        .filter(one -> one.state() == BackupView.State.COMPLETE)
                        .map(BackupView::createdAt)
                        .findFirst();
                var tried = all.stream().map(BackupView::createdAt).findFirst();
                if (schedule.get().due(clock.instant(), whole, tried)) {
                    begin(MadeBy.SCHEDULE, Actor.system(), view -> {});
                }
            }
        } catch (Problem refused) {
            LOG.log(System.Logger.Level.ERROR, "No backup could begin: {0}", refused.detail());
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "No backup could begin", failed);
        }
    }

    /** @return the newest first; the one that is being made among them */
    List<BackupView> list() {
        try {
            var all = new ArrayList<BackupView>();
            underway().ifPresent(all::add);
            all.addAll(folder.all());
            return all;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

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

    /**
     * @param ended told how it went
     * @throws Problem 409 while another one is being made; 507 or 503 when the folder does not take it
     */
    synchronized BackupView begin(MadeBy madeBy, Actor actor, Consumer<BackupView> ended) {
        if (running != null) {
            throw Problem.of(ProblemType.CONFLICT, "A backup is being made already. Wait until it has ended.");
        }
        var startedAt = clock.instant();
        try {
            var making = folder.begin(startedAt);
            running = new Running(BackupFolder.id(making), making, madeBy, startedAt, new Progress());
        } catch (IOException failed) {
            throw Trouble.of(failed, folder.root());
        }
        var begun = running;
        threads.execute(() -> ended.accept(make(begun, actor)));
        return begun.view();
    }

    private BackupView make(Running begun, Actor actor) {
        try {
            var earlier = folder.all().stream()
                    .filter(one -> one.state() == BackupView.State.COMPLETE)
                    .findFirst()
                    .map(one -> folder.place(one.id()));
            var manifest = new Making(database, media, data, clock, begun.folder(), earlier, begun.progress())
                    .run(begun.madeBy(), begun.startedAt());
            folder.finish(begun.folder());
            over();
            audit.record(
                    actor,
                    Action.BACKUP_MADE,
                    Target.backup(begun.id()),
                    Map.of(),
                    Map.of("bytes", manifest.bytes(), "files", manifest.files()));
            rotate();
            return BackupView.of(manifest);
        } catch (IOException | RuntimeException failed) {
            return failed(begun, actor, failed);
        }
    }

    private BackupView failed(Running begun, Actor actor, Exception failed) {
        var reason = Trouble.of(failed, folder.root()).detail();
        LOG.log(System.Logger.Level.ERROR, "A backup failed: " + reason, failed);
        var failure = new Failure(begun.id(), begun.madeBy(), begun.startedAt(), clock.instant(), reason);
        try {
            folder.fail(begun.folder(), failure);
        } catch (IOException alsoThis) {
            LOG.log(System.Logger.Level.WARNING, "What is left of it goes at the next start", alsoThis);
        }
        over();
        audit.record(actor, Action.BACKUP_FAILED, Target.backup(begun.id()));
        return BackupView.of(failure);
    }

    private synchronized void over() {
        running = null;
    }

    /** Only those that began by themselves go by themselves; old failures go with them. */
    private void rotate() throws IOException {
        var all = folder.all();
        var own = all.stream()
                .filter(one -> one.state() == BackupView.State.COMPLETE && one.madeBy() != MadeBy.PERSON)
                .skip(keep);
        var failures = all.stream()
                .filter(one -> one.state() == BackupView.State.FAILED)
                .skip(keep);
        for (var old : java.util.stream.Stream.concat(own, failures).toList()) {
            folder.remove(old.id());
            audit.record(Actor.system(), Action.BACKUP_DELETED, Target.backup(old.id()));
        }
    }

    /** @throws Problem 404; 409 while it is being made */
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
