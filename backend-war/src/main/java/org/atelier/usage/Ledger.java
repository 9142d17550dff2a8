package org.atelier.usage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.atelier.catalogue.Catalogue;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.provider.CallRecorder;
import org.atelier.provider.Usage;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.users.Budget;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * One line for every paid attempt: announced in the journal before it leaves, settled when its outcome is known. What a crash leaves
 * between the two becomes a line of unknown outcome at the next start.
 */
@ApplicationScoped
public class Ledger {
    private static final System.Logger LOG = System.getLogger(Ledger.class.getName());
    private static final long JOURNAL_LIMIT = 4L << 20;

    @Inject
    private Settings settings;

    private final Spending spending = new Spending();
    private ListedPrices listed = new ListedPrices(new Catalogue());
    private Journal journal;
    private Settlement settlement;
    private LedgerStore store;
    private volatile Consumer<Unpriced> unpriced = line -> {};
    private volatile Consumer<UUID> spent = person -> {};

    /** Until there is a catalogue nothing has a price. */
    @Inject
    void estimateBy(ListedPrices prices) {
        listed = prices;
    }

    /** @throws UncheckedIOException if the journal cannot be opened: nothing paid may happen without it */
    void start(@Observes @Priority(200) DatabaseReady ready) {
        open(ready.database(), settings.dataDir().resolve("intents.log"), JOURNAL_LIMIT);
    }

    void open(Database database, Path file, long limit) {
        store = new LedgerStore(database);
        try {
            journal = new Journal(file, limit);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The money journal " + file + " cannot be opened: " + failed.getMessage(), failed);
        }
        settlement = new Settlement(store, journal);
        var now = Instant.now();
        for (var period : Budget.Period.values()) {
            store.spentSince(period.start(now))
                    .forEach(spent -> spending.add(period, now, spent.userId(), spent.demo(), spent.amount()));
            store.spentWithKeysSince(period.start(now))
                    .forEach(spent -> spending.add(period, now, spent.keyId(), spent.demo(), spent.amount()));
        }
        recover();
    }

    private void recover() {
        var left = journal.open();
        var known = store.known(left.stream().map(Intent::id).toList());
        journal.settled(known);
        var unknown =
                left.stream().filter(intent -> !known.contains(intent.id())).toList();
        if (!unknown.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} paid calls were under way when the server ended; the ledger shows them as unknown.",
                    unknown.size());
            unknown.forEach(
                    intent -> settle(new LedgerLine(intent, Optional.empty(), Optional.empty(), Instant.now())));
            settlement.drain();
        }
        if (!left.isEmpty()) {
            journal.compact().join();
        }
    }

    /**
     * What to hand to the provider client together with a paid request. Opening costs one synced line in the journal; the ledger
     * line after the end delays nobody.
     *
     * @return a recorder for this purpose; each attempt it is told of becomes one ledger line
     */
    public CallRecorder recorder(Purpose purpose) {
        return request -> opening(purpose, request);
    }

    private CompletionStage<CallRecorder.PaidCall> opening(Purpose purpose, CallRecorder.PaidRequest request) {
        if (settlement.tooFarBehind()) {
            return CompletableFuture.failedFuture(tooFarBehind());
        }
        var now = Instant.now();
        var aside = request.demo() ? BigDecimal.ZERO : purpose.reserved().orElse(BigDecimal.ZERO);
        var limits = purpose.limits();
        if (!limits.hold(spending, aside, now)) {
            return CompletableFuture.failedFuture(usedUpMeanwhile(purpose, now));
        }
        var intent = new Intent(
                Database.newId(),
                purpose.userId(),
                purpose.kind(),
                purpose.route(),
                purpose.conversationId(),
                purpose.messageId(),
                purpose.reserved(),
                request.model(),
                request.attempt(),
                request.demo(),
                now,
                purpose.key().map(KeyShare::id));
        return journal.announce(intent)
                .whenComplete((synced, failed) -> {
                    if (failed != null) {
                        limits.release(spending, aside);
                    }
                })
                .thenApply(synced -> outcome -> {
                    settle(new LedgerLine(intent, Optional.of(outcome), listed.of(intent, outcome), Instant.now()));
                    limits.release(spending, aside);
                });
    }

    /** Between the allowance and the announcement another call of the same person, or with the same key, was faster. */
    private Problem usedUpMeanwhile(Purpose purpose, Instant now) {
        var limit = purpose.limits().tightest(spending, now).orElseThrow();
        var contact = Optional.ofNullable(settings).flatMap(all -> all.text(Setting.CONTACT));
        return new BudgetRefusal(limit.budget(), limit.ofKey(), now, contact).tooLittle(limit.left());
    }

    private static Problem tooFarBehind() {
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        "More calls end than the ledger can record, so this one was not sent and cost nothing. Try again in a second.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private void settle(LedgerLine line) {
        var intent = line.intent();
        spent(intent.openedAt(), intent.userId(), intent.keyId(), line.demo(), line.spent());
        settlement.write(line);
        CallFigures.ended(line);
        line.unpriced().ifPresent(unpriced);
    }

    /** A key's spending is counted beside its owner's. */
    private void spent(Instant when, UUID userId, Optional<UUID> keyId, boolean demo, BigDecimal amount) {
        spending.add(when, userId, demo, amount);
        keyId.ifPresent(key -> spending.add(when, key, demo, amount));
        spent.accept(userId);
    }

    /** @param listener told whose spending has changed; must not block */
    void whenSpent(Consumer<UUID> listener) {
        spent = listener;
    }

    /** @param listener told of each line whose cost the provider may know; must not block */
    void whenUnpriced(Consumer<Unpriced> listener) {
        unpriced = listener;
    }

    /** Gives a line the cost that became known. @return whether it had none before and is on disk */
    CompletableFuture<Boolean> settleLate(Unpriced line, Usage usage) {
        var cost = usage.cost().flatMap(LedgerLine::fitting);
        if (cost.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        return store.settle(line, cost.get(), usage).thenApply(settled -> {
            if (settled) {
                var difference = cost.get().subtract(line.counted());
                spent(line.openedAt(), line.userId(), line.keyId(), false, difference);
                CallFigures.toldLate(false, cost.get());
            }
            return settled;
        });
    }

    /**
     * Gives the line of what was accepted long before it ended the cost and the outcome that its end told; a line takes them once.
     *
     * @param line as {@link LedgerSearch} finds it
     * @return whether this was what settled it
     */
    public boolean settle(UUID line, BigDecimal dollars, Outcome outcome) {
        var open = store.unsettled(line);
        var cost = LedgerLine.fitting(dollars);
        if (open.isEmpty() || cost.isEmpty() || !store.settle(open.get(), cost.get(), outcome)) {
            return false;
        }
        var counted = open.get();
        var difference = cost.get().subtract(counted.amount());
        spent(counted.openedAt(), counted.userId(), counted.keyId(), counted.demo(), difference);
        CallFigures.toldLate(counted.demo(), cost.get());
        return true;
    }

    /** Says what became of what was accepted and never told its cost; one that told it keeps the outcome that came with it. */
    public void amend(UUID line, Outcome outcome) {
        store.unsettled(line).ifPresent(open -> store.amend(open, outcome));
    }

    LedgerStore store() {
        return store;
    }

    Spending spending() {
        return spending;
    }

    /** After those who call, before the database. */
    void stop(@Observes @Priority(4000) @BeforeDestroyed(ApplicationScoped.class) Object application)
            throws IOException {
        if (journal != null) {
            settlement.drain();
            journal.compact().join();
            journal.close();
        }
    }
}
