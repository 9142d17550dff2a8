package org.atelier.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/**
 * The one thread that writes. A commit costs the same for one row as for many, so everything that waits shares the next one, and
 * each caller is released when that commit is on disk.
 */
final class Writer implements AutoCloseable {
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_IN_A_COMMIT = 512;

    private final BlockingQueue<Task<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Batches batches;
    private final Thread thread;
    private volatile boolean closing;

    Writer(Jdbi jdbi) {
        this.batches = new Batches(jdbi);
        this.thread = new Thread(this::work, "database-writer");
        thread.setDaemon(true);
        thread.start();
    }

    <T> CompletableFuture<T> submit(Unit<T> unit, List<Row> rows) {
        return enqueue(new Task.Change<>(unit, rows, new CompletableFuture<>()));
    }

    CompletableFuture<Void> append(List<Row> rows) {
        return enqueue(new Task.Append(rows, new CompletableFuture<>()));
    }

    <T> CompletableFuture<T> alone(Unit<T> unit) {
        return enqueue(new Task.Alone<>(unit, new CompletableFuture<>()));
    }

    /** @return how many wait at this moment */
    int waiting() {
        return waiting.size();
    }

    private <T> CompletableFuture<T> enqueue(Task<T> task) {
        if (closing || !waiting.offer(task)) {
            return CompletableFuture.failedFuture(new DatabaseBusy());
        }
        return task.result();
    }

    private void work() {
        var batch = new ArrayList<Task<?>>();
        while (!closing || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, MOST_IN_A_COMMIT - 1);
                    batches.commit(batch.stream()
                            .filter(task -> !(task instanceof Task.Alone))
                            .toList());
                    batch.stream()
                            .filter(Task.Alone.class::isInstance)
                            .map(task -> (Task.Alone<?>) task)
                            .forEach(batches::alone);
                }
            } catch (InterruptedException stop) {
                closing = true;
            } catch (Throwable unexpected) {
                // The writer must outlive whatever a unit does; the callers of this batch learn of it.
                batch.forEach(task -> task.result().completeExceptionally(unexpected));
            } finally {
                batch.clear();
            }
        }
        batches.close();
    }

    @Override
    public void close() {
        closing = true;
        // Nothing but a reason to wake up.
        waiting.offer(new Task.Append(List.of(), new CompletableFuture<>()));
        try {
            thread.join(10_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        waiting.forEach(task -> task.result().completeExceptionally(new DatabaseBusy()));
    }
}
