package org.atelier.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.atelier.database.Database;
import org.atelier.usage.Kind;

/** How much there is to do. */
@ApplicationScoped
public class JobNumbers {
    private final Database database;
    private final Workers workers;

    @Inject
    JobNumbers(Database database, Workers workers) {
        this.database = database;
        this.workers = workers;
    }

    /** For the container's proxy only. */
    protected JobNumbers() {
        this(null, null);
    }

    /**
     * How much there is to do of a kind, from memory.
     *
     * @param waiting for their turn
     * @param underWay those whose turn it is
     * @param most how many can be under way at once
     */
    public record Queue(Kind kind, int waiting, int underWay, int most) {}

    public List<Queue> queues() {
        return workers.queues();
    }

    /** Jobs that have not ended. @param queued those of them that wait for their turn */
    public record Underway(long images, long videos, long queued) {}

    public Underway underway() {
        return database.read(handle -> handle.createQuery("""
                        SELECT count(CASE WHEN kind = 'image' THEN 1 END) AS images, count(CASE WHEN kind = 'video' THEN 1 END) AS videos,
                               count(CASE WHEN status = 'queued' THEN 1 END) AS queued
                          FROM job WHERE status IN ('queued', 'submitting', 'processing', 'storing')""")
                .map((row, context) ->
                        new Underway(row.getLong("images"), row.getLong("videos"), row.getLong("queued")))
                .one());
    }
}
