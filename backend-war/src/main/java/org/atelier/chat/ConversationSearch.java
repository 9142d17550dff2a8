package org.atelier.chat;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.search.TextIndex;
import org.atelier.settings.Settings;

/**
 * The search index of what was said, in {@code search/} of the data folder. It is told of messages after their commit. Each of its own
 * commits carries a mark, up to which it surely knows everything; a start goes on from there, and makes the index anew when it is missing,
 * broken or another database's.
 */
@ApplicationScoped
class ConversationSearch {
    private static final System.Logger LOG = System.getLogger(ConversationSearch.class.getName());
    private static final UUID BEGINNING = new UUID(0, 0);
    private static final int COMMIT_SECONDS = 60;
    private static final int STOP_SECONDS = 10;
    private static final long COMMIT_MESSAGES = 100_000;

    /** Longer than a message is between its id and its commit. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private final Database database;
    private final SearchFeed feed;

    /** Answers that are being written. */
    private final ConcurrentSkipListSet<UUID> open = new ConcurrentSkipListSet<>();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var daemon = new Thread(task, "search");
        daemon.setDaemon(true);
        return daemon;
    });

    private volatile TextIndex index;
    private volatile UUID identity;
    private volatile UUID reached = BEGINNING;
    private volatile boolean complete;
    private volatile boolean changed;
    private volatile boolean stopping;

    @Inject
    private Settings settings;

    @Inject
    ConversationSearch(Database database, SearchFeed feed) {
        this.database = database;
        this.feed = feed;
    }

    /** For the container's proxy only. */
    protected ConversationSearch() {
        this(null, null);
    }

    /** After {@link Answers} has ended what a crash left open. */
    void start(@Observes @Priority(3000) DatabaseReady ready) {
        open(settings.dataDir().resolve("search"));
    }

    void open(Path folder) {
        thread.execute(() -> {
            try {
                fill(opened(folder));
                if (stopping) {
                    return;
                }
                thread.scheduleWithFixedDelay(this::commit, COMMIT_SECONDS, COMMIT_SECONDS, TimeUnit.SECONDS);
            } catch (IOException | RuntimeException failed) {
                LOG.log(System.Logger.Level.ERROR, "conversations are searched slowly, without an index", failed);
            }
        });
    }

    private UUID opened(Path folder) throws IOException {
        var known = database.read(handle -> handle.createQuery("SELECT id FROM search_index")
                .mapTo(UUID.class)
                .findOne());
        try {
            index = new TextIndex(folder);
            var mark = index.mark().map(Mark::parse).filter(one -> known.equals(Optional.of(one.identity())));
            if (mark.isPresent()) {
                identity = mark.get().identity();
                return mark.get().upTo();
            }
            index.close();
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.WARNING, "the search index is made anew: {0}", broken);
        }
        remove(folder);
        index = new TextIndex(folder);
        identity = begun();
        return BEGINNING;
    }

    private UUID begun() {
        var id = Database.newId();
        database.write(handle ->
                handle.execute("DELETE FROM search_index") + handle.execute("INSERT INTO search_index VALUES (?)", id));
        return id;
    }

    private void fill(UUID after) {
        if (after.equals(BEGINNING)) {
            LOG.log(System.Logger.Level.INFO, "the search index is being made");
        }
        reached = after;
        var counted = new AtomicLong();
        feed.fill(index, after, (message, count) -> {
            boolean due = count / COMMIT_MESSAGES > counted.getAndSet(count) / COMMIT_MESSAGES;
            reached = message;
            changed = true;
            if (due) {
                commit();
            }
            return !stopping;
        });
        if (!stopping) {
            complete = true;
            commit();
            LOG.log(System.Logger.Level.INFO, "the search index is complete");
        }
    }

    /** @return the person's conversations with a message that holds all of these words, perhaps few more; nothing while nobody knows */
    Optional<Set<UUID>> find(UUID person, List<String> words) {
        return complete ? Optional.of(index.find(person, words)) : Optional.empty();
    }

    /** @return the newest message of each of them that holds these words; nothing while nobody knows */
    Optional<Map<UUID, UUID>> newest(UUID person, List<String> words, List<UUID> conversations) {
        return complete ? Optional.of(index.newest(person, words, conversations)) : Optional.empty();
    }

    /** To be told after a commit. */
    void asked(UUID person, Optional<MessageRow> question, MessageRow answer) {
        open.add(answer.id());
        question.ifPresent(row -> put(person, row, row.content()));
    }

    /** To be told after a commit. */
    void answered(UUID person, MessageRow row, String text) {
        put(person, row, text);
        open.remove(row.id());
    }

    private void put(UUID person, MessageRow row, String text) {
        if (index != null) {
            index.put(person, row.conversationId(), row.id(), text);
            changed = true;
        }
    }

    /** Returns when nothing of them is known any more, even after a crash. */
    void forget(List<UUID> conversations) {
        if (index != null) {
            index.forget(conversations);
            changed = true;
            commit();
        }
    }

    /** As {@link #forget(List)}, everything of that person. */
    void forget(UUID person) {
        if (index != null) {
            index.forget(person);
            changed = true;
            commit();
        }
    }

    private synchronized void commit() {
        if (changed) {
            changed = false;
            index.commit(new Mark(identity, settled()).toString());
        }
    }

    /** @return up to which message the index knows everything */
    private UUID settled() {
        var oldest = Stream.concat(open.stream().limit(1).map(ConversationSearch::time), Stream.of(Instant.now()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var settled = before(oldest.minus(UNDER_WAY));
        return complete || settled.compareTo(reached) < 0 ? settled : reached;
    }

    private static UUID before(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | 0x7000, 0);
    }

    private static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    @PreDestroy
    void close() {
        stopping = true;
        thread.shutdown();
        try {
            thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (index != null) {
            commit();
            index.close();
        }
    }

    /** What a commit of the index says about itself. @param upTo all messages up to that id are in it */
    private record Mark(UUID identity, UUID upTo) {
        static Mark parse(String text) {
            var parts = text.split(" ");
            return new Mark(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return identity + " " + upTo;
        }
    }
}
