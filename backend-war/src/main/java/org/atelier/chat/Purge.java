package org.atelier.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;

/**
 * Removes for good what was deleted so long ago that nobody can bring it back: the messages, what was answered, then the conversation. What
 * it cost stays in the ledger. Everything goes in small units, between which others write.
 */
@ApplicationScoped
class Purge {
    private static final System.Logger LOG = System.getLogger(Purge.class.getName());

    /** Later than the last moment of a restore, so that the two never meet. */
    private static final Duration KEPT = Conversations.RESTORABLE.plusHours(1);

    private static final int CONVERSATIONS_AT_ONCE = 100;

    /** On DuckDB a unit of so many took 2 to 3.5 ms beside two hundred thousand messages. */
    private static final int MESSAGES_AT_ONCE = 32;

    private final Database database;
    private final Clock clock;
    private final Branches branches;
    private final ConversationSearch search;
    private ScheduledExecutorService thread;

    @Inject
    Purge(Database database, Branches branches, ConversationSearch search) {
        this(database, branches, search, Clock.systemUTC());
    }

    Purge(Database database, Branches branches, ConversationSearch search, Clock clock) {
        this.search = search;
        this.branches = branches;
        this.database = database;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected Purge() {
        this(null, null, null, null);
    }

    @PostConstruct
    void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var daemon = new Thread(task, "purge");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    void keepClean(@Observes DatabaseReady ready) {
        thread.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    void run() {
        try {
            var before = clock.instant().minus(KEPT).truncatedTo(ChronoUnit.MICROS);
            for (var some = deleted(before); !some.isEmpty(); some = deleted(before)) {
                search.forget(some);
                some.forEach(this::remove);
                LOG.log(
                        System.Logger.Level.INFO,
                        "{0} conversations that were deleted 30 days ago are gone",
                        some.size());
            }
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "deleted conversations are removed later: {0}", failed);
        }
    }

    private List<UUID> deleted(Instant before) {
        return database.read(handle -> handle.createQuery(
                        "SELECT id FROM conversation WHERE deleted_at < :before LIMIT " + CONVERSATIONS_AT_ONCE)
                .bind("before", before)
                .mapTo(UUID.class)
                .list());
    }

    private void remove(UUID conversation) {
        for (var some = messages(conversation); !some.isEmpty(); some = messages(conversation)) {
            // The messages last: by them the rest is found, should the server end in between.
            remove("message_media WHERE message_id", some);
            remove("answer_piece WHERE answer_id", some);
            remove("answer_end WHERE answer_id", some);
            remove("message WHERE id", some);
            branches.forget(conversation, some);
        }
        remove("conversation WHERE id", List.of(conversation));
    }

    private List<UUID> messages(UUID conversation) {
        return database.read(handle -> handle.createQuery(
                        "SELECT id FROM message WHERE conversation_id = :in LIMIT " + MESSAGES_AT_ONCE)
                .bind("in", conversation)
                .mapTo(UUID.class)
                .list());
    }

    /** One statement a unit: on DuckDB each has its price, however few rows it finds. */
    private void remove(String where, List<UUID> ids) {
        database.write(handle -> handle.createUpdate("DELETE FROM " + where + " IN (<ids>)")
                .bindList("ids", ids)
                .execute());
    }
}
