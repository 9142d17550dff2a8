package org.atelier.auth;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.atelier.database.DatabaseReady;
import org.atelier.settings.Settings;
import org.atelier.users.Email;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Problem;
import org.atelier.web.Role;

/**
 * For an operator who lost the last administrator's password. Whoever can write into the data folder owns everything in it already, so a
 * file there that names an administrator is answered with a link in the log. The file goes first, so that no link is printed twice.
 */
@ApplicationScoped
class ResetFile {
    static final String NAME = "reset-administrator";
    private static final System.Logger LOG = System.getLogger(ResetFile.class.getName());
    private static final int LOOK_SECONDS = 3;
    private static final int LONGEST_BYTES = 1024;

    private final Settings settings;
    private final Users users;
    private final Resets resets;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "reset-administrator");
        daemon.setDaemon(true);
        return daemon;
    });

    @Inject
    ResetFile(Settings settings, Users users, Resets resets) {
        this.settings = settings;
        this.users = users;
        this.resets = resets;
    }

    /** For the container's proxy only. */
    protected ResetFile() {
        this(null, null, null);
    }

    void start(@Observes DatabaseReady ready) {
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    void look() {
        var file = settings.dataDir().resolve(NAME);
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                answer(taken(file));
            }
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "The file {0} cannot be answered: {1}", file, failed.toString());
        }
    }

    private static String taken(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST_BYTES), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    private void answer(String text) {
        try {
            users.find(Email.of(text))
                    .filter(user -> user.role() == Role.ADMIN)
                    .ifPresentOrElse(this::print, ResetFile::refuse);
        } catch (Problem noAddress) {
            refuse();
        }
    }

    private void print(User administrator) {
        var site = settings.publicUrl().toString().replaceFirst("/+$", "");
        LOG.log(
                System.Logger.Level.INFO,
                "New password for {0}, once, within a day: {1}{2}",
                administrator.email(),
                site,
                resets.make(administrator.id()).path());
    }

    private static void refuse() {
        LOG.log(
                System.Logger.Level.WARNING,
                "The file {0} named no administrator and was removed. It has to hold an administrator''s e-mail address.",
                NAME);
    }
}
