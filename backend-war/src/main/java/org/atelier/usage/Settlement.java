package org.atelier.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Brings ledger lines to disk. A line that cannot be written, because the disk is full or the database busy, keeps its intent in the
 * journal and is tried again: the caller's answer does not suffer, and the outcome is not forgotten.
 */
final class Settlement {
    private static final System.Logger LOG = System.getLogger(Settlement.class.getName());
    private static final Executor LATER = CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS);
    private static final int LONGEST_DRAIN_SECONDS = 10;

    /** Nobody waits for a line, and a commit costs nearly the same for one as for a hundred: they travel together. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS, Runnable::run);

    /** When many calls end, few commits with many lines leave the processors to those calls. */
    private static final Executor FULLER = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS, Runnable::run);

    private static final int MANY_AT_ONCE = 8;

    /** About a second of the fastest that was ever measured; beyond it no paid call begins. */
    static final int MOST_BEHIND = 10_000;

    private static final int MOST_AT_ONCE = 512;

    private final LedgerStore store;
    private final Journal journal;
    private final ConcurrentLinkedQueue<LedgerLine> unwritten = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean retrying = new AtomicBoolean();
    private final ConcurrentLinkedQueue<LedgerLine> gathered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final AtomicInteger behind = new AtomicInteger();
    private volatile boolean many;

    Settlement(LedgerStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    void write(LedgerLine line) {
        behind.incrementAndGet();
        gathered.add(line);
        if (gathering.compareAndSet(false, true)) {
            (many ? FULLER : SOON).execute(this::writeGathered);
        }
    }

    /** @return whether so many lines wait for the disk that the next one had better not come into being */
    boolean tooFarBehind() {
        return behind.get() >= MOST_BEHIND;
    }

    private synchronized void writeGathered() {
        gathering.set(false);
        int written = 0;
        while (!gathered.isEmpty()) {
            var lines = Stream.generate(gathered::poll)
                    .limit(MOST_AT_ONCE)
                    .takeWhile(Objects::nonNull)
                    .toList();
            written += lines.size();
            store.append(lines).whenComplete((done, failed) -> {
                if (failed == null) {
                    settled(lines.stream().map(line -> line.intent().id()).toList());
                } else {
                    lines.forEach(this::append);
                }
            });
        }
        many = written >= MANY_AT_ONCE;
    }

    /** By itself, so that it fails alone. */
    private void append(LedgerLine line) {
        store.append(List.of(line)).whenComplete((done, failed) -> {
            if (failed == null) {
                settled(List.of(line.intent().id()));
            } else {
                keep(line, failed);
            }
        });
    }

    private void settled(Collection<UUID> ids) {
        behind.addAndGet(-ids.size());
        journal.settled(ids);
    }

    private void keep(LedgerLine line, Throwable failed) {
        unwritten.add(line);
        if (retrying.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The ledger cannot be written: {0}. The journal keeps what was spent, and it is tried again.",
                    failed.getMessage());
            LATER.execute(this::retry);
        }
    }

    private void retry() {
        retrying.set(false);
        writeUnwritten();
    }

    /** A commit may have failed only in the telling, so what is in the ledger already is not written again. */
    private synchronized void writeUnwritten() {
        var lines = new ArrayList<LedgerLine>();
        for (var line = unwritten.poll(); line != null; line = unwritten.poll()) {
            lines.add(line);
        }
        try {
            var known =
                    store.known(lines.stream().map(line -> line.intent().id()).toList());
            settled(known);
            lines.stream().filter(line -> !known.contains(line.intent().id())).forEach(this::append);
        } catch (RuntimeException failed) {
            lines.forEach(line -> keep(line, failed));
        }
    }

    /** Returns when everything that was handed over is on disk, or was refused, or takes too long. */
    void drain() {
        writeUnwritten();
        writeGathered();
        try {
            // The writer keeps the order: when an append of nothing is through, so is all that came before.
            store.barrier().get(LONGEST_DRAIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | TimeoutException late) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Not all of the ledger could be written; the journal keeps the rest for the next start.");
        }
    }
}
