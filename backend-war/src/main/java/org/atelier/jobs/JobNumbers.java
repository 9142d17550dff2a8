package org.atelier.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.atelier.database.Database;

/** How much there is to do. */
@ApplicationScoped
public class JobNumbers {
    private final Database database;

    @Inject
    JobNumbers(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected JobNumbers() {
        this(null);
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
