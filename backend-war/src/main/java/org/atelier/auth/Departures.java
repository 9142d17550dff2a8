package org.atelier.auth;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.auth.ErasureTable.Leaving;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.users.PersonGone;
import org.atelier.users.Users;
import org.atelier.users.WhatGoes;

/**
 * Lets people go. The account, its password and its sign-ins go in one commit, so that nobody comes in any more; then everybody else erases
 * what they keep. That this has begun is stored with the first commit and taken back with the last, so a stop in between loses nothing.
 */
@ApplicationScoped
class Departures {
    private static final System.Logger LOG = System.getLogger(Departures.class.getName());
    private static final int LONGEST_WAIT_SECONDS = 10;

    /** Longer than any request that stores something. */
    private static final int AGAIN_SECONDS = 60;

    private final Database database;
    private final Users users;
    private final Sessions sessions;
    private final BeanManager beans;
    private final Event<WhatGoes> asked;
    private final Audit audit;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "erasure");
        daemon.setDaemon(true);
        daemon.setContextClassLoader(Departures.class.getClassLoader());
        return daemon;
    });

    @Inject
    Departures(
            Database database, Users users, Sessions sessions, BeanManager beans, Event<WhatGoes> asked, Audit audit) {
        this.database = database;
        this.users = users;
        this.sessions = sessions;
        this.beans = beans;
        this.asked = asked;
        this.audit = audit;
    }

    /** For the container's proxy only. */
    protected Departures() {
        this(null, null, null, null, null, null);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    void goOn(@Observes DatabaseReady ready) {
        ready.database().read(ErasureTable::open).forEach(leaving -> again(leaving, 1));
    }

    WhatGoes whatGoes(UUID userId) {
        var what = new WhatGoes(userId);
        what.goes("sessions", sessions.of(userId).size());
        asked.fire(what);
        return what;
    }

    /**
     * @return when everything is erased, or after ten seconds, in which the writer erases a lot; the rest follows by itself
     * @throws org.atelier.web.Problem 409 if nobody would be left who may administer
     */
    CompletableFuture<Void> erase(Actor actor, UUID userId) {
        var leaving = closeAccount(userId);
        audit.record(actor, Action.ACCOUNT_DELETED, Target.user(userId, leaving.email()));
        return CompletableFuture.runAsync(() -> tellEverybody(leaving), thread)
                .whenComplete((done, failed) -> again(leaving, AGAIN_SECONDS))
                .exceptionally(failed -> null)
                .completeOnTimeout(null, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    }

    private Leaving closeAccount(UUID userId) {
        var user = users.find(userId).orElseThrow(NotFoundException::new);
        var leaving = new Leaving(userId, user.email().address(), UUID.randomUUID());
        var ended = database.write(handle -> {
            Users.delete(handle, userId);
            PasswordTable.delete(handle, userId);
            ResetTable.deleteOf(handle, userId);
            ErasureTable.begin(handle, leaving, Instant.now());
            return SessionTable.deleteOf(handle, userId);
        });
        users.forget(userId);
        sessions.publishEnded(ended);
        return leaving;
    }

    /** Not fired as an event: there the first who fails would keep the rest from hearing it. */
    private void tellEverybody(Leaving leaving) {
        var gone = new PersonGone(leaving.userId());
        var listeners = beans.resolveObserverMethods(gone).stream()
                .sorted(Comparator.comparing(ObserverMethod::getPriority))
                .map(observer -> (Consumer<PersonGone>) observer::notify)
                .toList();
        try {
            Farewell.say(gone, listeners);
        } finally {
            audit.forget(leaving.userId(), leaving.email(), leaving.pseudonym());
        }
    }

    private void again(Leaving leaving, int seconds) {
        thread.schedule(
                () -> {
                    try {
                        tellEverybody(leaving);
                        database.write(handle -> {
                            ErasureTable.end(handle, leaving.userId());
                            return null;
                        });
                    } catch (RuntimeException failed) {
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "What somebody left is erased at the next start, because it could not be now",
                                failed);
                    }
                },
                seconds,
                TimeUnit.SECONDS);
    }
}
