package org.atelier.jobs;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.atelier.usage.Kind;
import org.atelier.web.Ids;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Which jobs of a list are wanted, as the query string says it. */
public class JobFilter {
    @QueryParam("status")
    private String status;

    @QueryParam("user")
    private String user;

    @QueryParam("model")
    private String model;

    /** For the container, which fills it from the query string. */
    public JobFilter() {}

    JobFilter(String status, String user, String model) {
        this.status = status;
        this.user = user;
        this.model = model;
    }

    /** The newest first. */
    Query query(Handle handle, Kind kind, PageRequest page) {
        var wanted = Optional.ofNullable(status).map(JobFilter::status);
        var owner = Optional.ofNullable(user).map(text -> Ids.parse(text, "user"));
        var query = handle.createQuery("SELECT * FROM job WHERE kind = :kind AND NOT hidden"
                        + (wanted.isPresent() ? " AND status = :status" : "")
                        + (owner.isPresent() ? " AND user_id = :user" : "")
                        + (model == null ? "" : " AND model = :model")
                        + (page.after().isPresent() ? " AND id < :after" : "")
                        + " ORDER BY id DESC LIMIT :limit")
                .bind("kind", kind.word())
                .bind("limit", page.limitAndOne());
        wanted.ifPresent(some -> query.bind("status", some.word()));
        owner.ifPresent(id -> query.bind("user", id));
        if (model != null) {
            query.bind("model", model);
        }
        page.after().ifPresent(key -> query.bind("after", UUID.fromString(key.get(0))));
        return query;
    }

    private static JobStatus status(String word) {
        return Arrays.stream(JobStatus.values())
                .filter(some -> some.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.field("status", "is not one of the states of a job"));
    }
}
