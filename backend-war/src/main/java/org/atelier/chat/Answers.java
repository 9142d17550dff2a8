package org.atelier.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.atelier.database.DatabaseReady;
import org.atelier.events.EventLog;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * The answers that are being written in this process, at most one in a conversation. What has come is saved every two seconds, the end
 * as soon as it is known, and what a crash left open is ended at the next start.
 */
@ApplicationScoped
class Answers {
    private static final System.Logger LOG = System.getLogger(Answers.class.getName());
    private static final int SAVE_SECONDS = 2;
    private static final int STOP_SECONDS = 10;
    private static final int WAITING_THREADS = 4;
    private static final long HOLD_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Duration RECENT = Duration.ofMinutes(1);
    private static final long MOST_RECENT_CHARACTERS = 8_000_000;

    private final ConcurrentHashMap<UUID, RunningAnswer> running = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, UUID> answerOfConversation = new ConcurrentHashMap<>();
    private final AnswerStore store;
    private final Branches branches;
    private final AnswerNews news;
    private final AnswerPictures pictures;
    private final ConversationSearch search;

    /** Those that ended a moment ago: who comes to read one mostly comes just then. */
    private final Cache<UUID, RunningAnswer> recent = Caffeine.newBuilder()
            .expireAfterWrite(RECENT)
            .maximumWeight(MOST_RECENT_CHARACTERS)
            .weigher((UUID id, RunningAnswer answer) -> answer.length())
            .build();

    private ScheduledExecutorService clock;
    private ExecutorService patient;
    private volatile boolean stopping;

    @Inject
    Answers(AnswerStore store, Branches branches, AnswerNews news, AnswerPictures pictures, ConversationSearch search) {
        this.store = store;
        this.branches = branches;
        this.news = news;
        this.pictures = pictures;
        this.search = search;
    }

    /** For the container's proxy only. */
    protected Answers() {
        this(null, null, null, null, null);
    }

    @PostConstruct
    void start() {
        clock = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "answers"));
        patient = Executors.newFixedThreadPool(WAITING_THREADS, task -> daemon(task, "answers-told"));
        clock.scheduleWithFixedDelay(this::save, SAVE_SECONDS, SAVE_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    void recover(@Observes DatabaseReady ready) {
        int cut = store.cutUnfinished();
        store.dropFinishedPieces();
        if (cut > 0) {
            LOG.log(System.Logger.Level.INFO, "{0} answers that the last stop interrupted are marked as cut", cut);
        }
    }

    /**
     * Takes the conversation's place for an answer.
     *
     * @throws Problem {@code answer-in-progress} while another one holds it
     */
    void reserve(UUID conversation, UUID answer) {
        if (stopping) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The server is about to stop. Try again in a moment.");
        }
        if (answerOfConversation.putIfAbsent(conversation, answer) != null) {
            throw Problem.of(
                    ProblemType.ANSWER_IN_PROGRESS,
                    "An answer is being written in this conversation. Wait for it or stop it first.");
        }
    }

    /** Gives the place back when nothing came of it. */
    void release(UUID conversation, UUID answer) {
        answerOfConversation.remove(conversation, answer);
    }

    /** From now on it can be read, resumed and stopped. */
    RunningAnswer begin(UUID userId, MessageRow row) {
        var answer = new RunningAnswer(userId, row, news, url -> pictures.keep(url), this::ending);
        running.put(row.id(), answer);
        return answer;
    }

    Optional<RunningAnswer> running(UUID answer) {
        return Optional.ofNullable(running.get(answer));
    }

    /** @return the events of an answer that runs or ended a moment ago */
    Optional<EventLog> log(UUID conversation, UUID answer) {
        return running(answer)
                .or(() -> Optional.ofNullable(recent.getIfPresent(answer)))
                .filter(one -> one.row().conversationId().equals(conversation))
                .map(RunningAnswer::log);
    }

    Optional<RunningAnswer> runningIn(UUID conversation) {
        return Optional.ofNullable(answerOfConversation.get(conversation)).flatMap(this::running);
    }

    /**
     * Ends the answer that is being written there, if one is, and takes the conversation's place, so that no other begins.
     *
     * @return false if that could not be had in ten seconds
     */
    boolean hold(UUID conversation, UUID holder) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        for (UUID holding; (holding = answerOfConversation.putIfAbsent(conversation, holder)) != null; ) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            running(holding).ifPresent(answer -> answer.endAs(Status.STOPPED));
            LockSupport.parkNanos(HOLD_AGAIN_NANOS);
        }
        return true;
    }

    void forget(List<UUID> answerIds) {
        recent.invalidateAll(answerIds);
    }

    private void save() {
        running.values().forEach(answer -> {
            try {
                answer.nextPiece().ifPresent(piece -> save(answer, piece));
                answer.end().ifPresent(unsaved -> end(answer));
            } catch (RuntimeException unexpected) {
                logFailure(unexpected);
            }
        });
    }

    private void save(RunningAnswer answer, AnswerPiece piece) {
        try {
            store.append(piece).whenCompleteAsync((stored, failed) -> saved(answer, piece, failed), clock);
        } catch (RuntimeException failed) {
            saved(answer, piece, failed);
        }
    }

    private void saved(RunningAnswer answer, AnswerPiece piece, Throwable failed) {
        boolean done = failed == null || isTrue(() -> store.holds(piece));
        answer.pieceSaved(done);
        if (!done) {
            logFailure(failed);
        }
    }

    /** Told on the provider's thread, which must not wait for what pictures need. */
    private void ending(RunningAnswer answer) {
        if (answer.pictures().isEmpty()) {
            end(answer);
        } else {
            pictures.threads().execute(() -> end(answer));
        }
    }

    /** Stores the end, then tells it; if the database does not take it, {@link #save} comes back to it. */
    private void end(RunningAnswer answer) {
        if (!answer.takeForStoring()) {
            return;
        }
        try {
            stored(answer, answer.end().orElseThrow())
                    .whenCompleteAsync((stored, failed) -> ended(answer, failed), clock);
        } catch (RuntimeException failed) {
            ended(answer, failed);
        }
    }

    private CompletableFuture<Void> stored(RunningAnswer answer, AnswerEnd end) {
        var kept = answer.pictures().files();
        return kept.isEmpty()
                ? store.append(end)
                : store.append(end, pictures.rows(answer.userId(), answer.row(), end, kept), kept);
    }

    private void ended(RunningAnswer answer, Throwable failed) {
        if (failed != null && !isTrue(() -> store.end(answer.id()).isPresent())) {
            answer.storingFailed();
            logFailure(failed);
            return;
        }
        var end = answer.end().orElseThrow();
        branches.ended(answer.row(), end);
        search.answered(answer.userId(), answer.row(), end.content());
        recent.put(answer.id(), answer);
        running.remove(answer.id());
        release(answer.row().conversationId(), answer.id());
        answer.tellEnd(patient, message -> pictures.shown(answer.userId(), message));
    }

    /** A commit may have succeeded although we were told that it failed; storing the same again is refused for ever. */
    private static boolean isTrue(BooleanSupplier stored) {
        try {
            return stored.getAsBoolean();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static void logFailure(Throwable failed) {
        LOG.log(System.Logger.Level.WARNING, "the text of an answer could not be saved yet: {0}", failed);
    }

    /** Nothing new begins, what runs is ended and stored, its readers get their last event. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        stopping = true;
        endAll(answer -> answer.endAs(Status.CUT));
    }

    @PreDestroy
    void close() {
        clock.shutdownNow();
        patient.shutdown();
    }

    private void endAll(Consumer<RunningAnswer> how) {
        var open = running.values().stream().toList();
        open.forEach(how);
        var ends = open.stream().map(RunningAnswer::ended).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
