package org.atelier.idempotency;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.users.PersonGone;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.jdbi.v3.core.Handle;

/**
 * The keys of the last day. Those whose requests are being run are also in memory, so that the second of two requests learns at once
 * that it is the second; a run that is in the table only was interrupted when the server ended.
 */
@ApplicationScoped
public class Keys {
    private static final System.Logger LOG = System.getLogger(Keys.class.getName());
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int PURGED_AT_ONCE = 200;
    private static final int THREADS = 4;

    /** Four characters of text fit into it for each token of the longest answers there are. */
    static final int MOST_CHARACTERS = 1 << 20;

    private final ConcurrentHashMap<RequestKey, String> underWay = new ConcurrentHashMap<>();
    private final Database database;
    private final Clock clock;
    private ScheduledExecutorService threads;

    @Inject
    Keys(Database database) {
        this(database, Clock.systemUTC());
    }

    Keys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected Keys() {
        this(null, null);
    }

    @PostConstruct
    void start() {
        threads = Executors.newScheduledThreadPool(THREADS, task -> {
            var thread = new Thread(task, "idempotency");
            thread.setDaemon(true);
            return thread;
        });
    }

    void keepClean(@Observes DatabaseReady ready) {
        threads.scheduleWithFixedDelay(this::purge, 1, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /**
     * What the key says. A fresh one is taken in memory only: {@link #take} or {@link #takeAnswered} has to follow before anything paid is
     * sent, then {@link #answered}, {@link #notCharged}, {@link #unsettled} or {@link #leave}.
     *
     * @param body what was read from the request
     * @throws Problem 422 for the key of another request, 409 while the same one is being run
     */
    public Claim claim(RequestKey key, Object body) {
        var digest = Digest.of(body);
        var running = underWay.putIfAbsent(key, digest);
        if (running != null) {
            throw running.equals(digest) ? stillRunning() : otherBody();
        }
        var fresh = false;
        try {
            var holder = database.read(handle -> KeyTable.holder(handle, key, expired()));
            if (holder.filter(other -> !other.digest().equals(digest)).isPresent()) {
                throw otherBody();
            }
            fresh = holder.isEmpty();
            return holder.map(KeyTable.Entry::claim).orElseGet(() -> new Claim.Fresh(key, digest));
        } finally {
            if (!fresh) {
                underWay.remove(key);
            }
        }
    }

    /** Says on disk that the run is about to begin; if that fails, nothing may be sent and the key is left. */
    public void take(Claim.Fresh claim, UUID run) {
        try {
            database.write(handle -> {
                take(handle, claim, run, State.RUNNING);
                return null;
            });
        } catch (RuntimeException failed) {
            leave(claim);
            throw failed;
        }
    }

    /** Part of the unit that stores what the answer is made from: after it the request counts as answered. */
    public void takeAnswered(Handle handle, Claim.Fresh claim, UUID run) {
        take(handle, claim, run, State.ANSWERED);
    }

    private void take(Handle handle, Claim.Fresh claim, UUID run, State state) {
        var now = clock.instant();
        if (KeyTable.holder(handle, claim.key(), expired()).isPresent()) {
            // Another server on the same database was faster.
            throw stillRunning();
        }
        KeyTable.take(handle, claim, run, state, now);
    }

    /** Forgets that it is being run; what is on disk stays. */
    public void leave(Claim.Fresh claim) {
        underWay.remove(claim.key());
    }

    /**
     * Keeps the answer for whoever asks again. As all three that settle a key, it completes when that is on disk, or cannot be brought
     * there and the key stays unsettled; never with an exception, and on a thread where writing to a caller is no harm.
     */
    public CompletableFuture<Void> answered(Claim.Fresh claim, String json) {
        return json.length() > MOST_CHARACTERS ? unsettled(claim) : settle(claim, State.ANSWERED, json);
    }

    /** Gives the key back: the run certainly cost nothing. */
    public CompletableFuture<Void> notCharged(Claim.Fresh claim) {
        return settle(claim, State.FREE, null);
    }

    /** The run may have been paid for, and there is no whole answer. */
    public CompletableFuture<Void> unsettled(Claim.Fresh claim) {
        return settle(claim, State.UNSETTLED, null);
    }

    private CompletableFuture<Void> settle(Claim.Fresh claim, State state, String answer) {
        var stored = database.submit(handle -> {
            KeyTable.settle(handle, claim.key(), state, answer);
            return null;
        });
        return stored.handleAsync(
                (done, failed) -> {
                    if (failed != null) {
                        LOG.log(System.Logger.Level.WARNING, "an idempotency key stays unsettled: {0}", failed);
                    }
                    leave(claim);
                    return null;
                },
                threads);
    }

    /** In small units, between which others write. */
    void purge() {
        try {
            // An hour later than they expire, so that nobody takes one in the same moment.
            var before = expired().minus(Duration.ofHours(1));
            while (database.write(handle -> KeyTable.purgeSome(handle, before, PURGED_AT_ONCE))) {
                LOG.log(System.Logger.Level.DEBUG, "more idempotency keys have expired");
            }
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "expired idempotency keys are removed later: {0}", failed);
        }
    }

    void erase(@Observes PersonGone gone) {
        int erased;
        do {
            erased = database.write(handle -> KeyTable.eraseSome(handle, gone.userId(), PURGED_AT_ONCE));
        } while (erased > 0);
    }

    private Instant expired() {
        return clock.instant().minus(KEPT);
    }

    private static Problem stillRunning() {
        return Problem.of(
                        ProblemType.CONFLICT,
                        "The same request with this Idempotency-Key is being answered. Ask again in a moment.")
                .retryAfter(SOON);
    }

    private static Problem otherBody() {
        return Problem.field(RequestKey.HEADER, "was sent with another body before; a new request needs a new key");
    }
}
