package org.atelier.backup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.database.DatabaseReady;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.web.Problem;

/** What happens without a request: what a start finds, the clock, and the file that {@code bin/backup} puts down. */
@ApplicationScoped
class BackupWatch {
    private static final System.Logger LOG = System.getLogger(BackupWatch.class.getName());
    private static final int LOOK_SECONDS = 2;

    private final Backups backups;
    private final Audit audit;
    private final Path data;
    private final RequestFile request;
    private final Optional<Schedule> schedule;
    private final Clock clock;
    private ScheduledExecutorService thread;

    @Inject
    BackupWatch(Backups backups, Audit audit, Settings settings) {
        this(backups, audit, settings, Clock.systemUTC());
    }

    BackupWatch(Backups backups, Audit audit, Settings settings, Clock clock) {
        this.backups = backups;
        this.audit = audit;
        this.data = settings.dataDir();
        this.request = new RequestFile(data, backups);
        this.schedule = settings.text(Setting.BACKUP_AT).map(LocalTime::parse).map(Schedule::new);
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected BackupWatch() {
        this.backups = null;
        this.audit = null;
        this.data = null;
        this.request = null;
        this.schedule = Optional.empty();
        this.clock = null;
    }

    void start(@Observes @Priority(700) DatabaseReady ready) {
        if (ready.restored()) {
            audit.record(Actor.system(), Action.BACKUP_RESTORED, restored());
        }
        cleanUp();
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var daemon = new Thread(work, "backup-watch");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes @Priority(1400) @BeforeDestroyed(ApplicationScoped.class) Object application) {
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    private Target restored() {
        return Target.backup(BackupFolder.manifest(data).map(Manifest::id).orElse("?"));
    }

    /** Whoever waits for a command's backup is told that none comes. */
    void cleanUp() {
        backups.cleanUp().stream()
                .filter(left -> left.madeBy() == MadeBy.COMMAND)
                .forEach(request::ended);
    }

    private void look() {
        request.look();
        lookAtTheClock();
    }

    void lookAtTheClock() {
        try {
            if (schedule.isPresent() && backups.underway().isEmpty() && isDue(schedule.get())) {
                backups.begin(MadeBy.SCHEDULE, Actor.system(), view -> {});
            }
        } catch (Problem refused) {
            LOG.log(System.Logger.Level.ERROR, "No backup could begin: {0}", refused.detail());
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "No backup could begin", failed);
        }
    }

    private boolean isDue(Schedule at) {
        var all = backups.list();
        var whole = all.stream()
                .filter(one -> one.state() == BackupView.State.COMPLETE)
                .map(BackupView::createdAt)
                .findFirst();
        var tried = all.stream().map(BackupView::createdAt).findFirst();
        return at.due(clock.instant(), whole, tried);
    }
}
