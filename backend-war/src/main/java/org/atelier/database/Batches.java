package org.atelier.database;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.atelier.metrics.Metrics;
import org.atelier.metrics.Seconds;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Commits a batch of tasks, all neighbours in one transaction. After any SQL error DuckDB's transaction is dead although
 * {@code commit()} says nothing, so a failed batch is rolled back, the guilty task fails alone and the innocent ones run again.
 */
final class Batches implements AutoCloseable {
    private static final Histogram TIMES = Metrics.histogram(
            "atelier_database_commit_duration_seconds",
            "What a batch of the writer takes, from its first statement until it is on disk.",
            Seconds.ofTheDisk());

    private static final Histogram SIZES =
            Metrics.histogram("atelier_database_commit_tasks", "How many callers share a commit.", new double[] {
                1, 2, 4, 8, 16, 32, 64, 128, 256, 512
            });

    private static final Counter ROLLED_BACK =
            Metrics.counter("atelier_database_rollbacks_total", "Batches that were rolled back.");

    private final Jdbi jdbi;
    private Handle handle;
    private RowWriter rows;

    Batches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void commit(List<Task<?>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var done = new ArrayList<Runnable>(batch.size());
        long begun = System.nanoTime();
        try {
            open();
            handle.begin();
            run(batch, done);
            handle.commit();
        } catch (GuiltyUnit failed) {
            rollBack();
            failed.task().result().completeExceptionally(failed.getCause());
            commit(batch.stream().filter(task -> task != failed.task()).toList());
            return;
        } catch (Throwable failed) {
            rollBack();
            halve(batch, failed);
            return;
        }
        TIMES.observe(Seconds.since(begun));
        SIZES.observe(batch.size());
        done.forEach(Runnable::run);
    }

    private void run(List<Task<?>> batch, List<Runnable> done) throws SQLException {
        var merged = new ArrayList<Row>();
        for (var task : batch) {
            merged.addAll(task.rows());
            if (task instanceof Task.Append append) {
                done.add(() -> append.result().complete(null));
            } else if (task instanceof Task.Change<?> change) {
                done.add(run(change));
            }
        }
        rows.write(merged);
    }

    private <T> Runnable run(Task.Change<T> change) {
        try {
            var result = change.unit().run(handle);
            return () -> change.result().complete(result);
        } catch (Throwable failed) {
            throw new GuiltyUnit(change, failed);
        }
    }

    <T> void alone(Task.Alone<T> task) {
        try {
            open();
            task.result().complete(task.unit().run(handle));
        } catch (Throwable failed) {
            rollBack();
            task.result().completeExceptionally(failed);
        }
    }

    /** Nobody knows which of the merged rows is guilty: the halves go on apart until it stands alone. */
    private void halve(List<Task<?>> batch, Throwable failed) {
        if (batch.size() == 1) {
            batch.get(0).result().completeExceptionally(failed);
            return;
        }
        commit(List.copyOf(batch.subList(0, batch.size() / 2)));
        commit(List.copyOf(batch.subList(batch.size() / 2, batch.size())));
    }

    private void open() {
        if (handle == null) {
            handle = jdbi.open();
            rows = new RowWriter(handle.getConnection());
        }
    }

    private void rollBack() {
        ROLLED_BACK.inc();
        try {
            if (handle != null && handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (RuntimeException broken) {
            System.getLogger(Batches.class.getName())
                    .log(System.Logger.Level.WARNING, "the writer's connection is replaced", broken);
        } finally {
            // The failed statement objects are closed with it; a fresh connection costs less than finding out which.
            close();
        }
    }

    @Override
    public void close() {
        if (handle != null) {
            rows.close();
            handle.close();
            handle = null;
        }
    }

    private static final class GuiltyUnit extends RuntimeException {
        private final transient Task<?> task;

        GuiltyUnit(Task<?> task, Throwable cause) {
            super(null, cause, false, false);
            this.task = task;
        }

        Task<?> task() {
            return task;
        }
    }
}
