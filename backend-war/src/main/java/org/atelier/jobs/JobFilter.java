package org.atelier.jobs;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.atelier.usage.Kind;
import org.atelier.users.Email;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Ids;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Which jobs of a list are wanted, as the query string says it. */
public class JobFilter {
    private static final UUID NOBODY = new UUID(0, 0);

    @QueryParam("id")
    private String id;

    @QueryParam("status")
    private String status;

    @QueryParam("user")
    private String user;

    @QueryParam("model")
    private String model;

    /** For the container, which fills it from the query string. */
    public JobFilter() {}

    JobFilter(String id, String status, String user, String model) {
        this.id = id;
        this.status = status;
        this.user = user;
        this.model = model;
    }

    /** The newest first. @param people who have an address by which their jobs are asked for */
    Query query(Handle handle, Kind kind, PageRequest page, Users people) {
        var one = given(id).map(text -> Ids.parse(text, "id"));
        var wanted = given(status).map(JobFilter::status);
        var owner = given(user).map(text -> owner(text, people));
        var query = handle.createQuery("SELECT * FROM job WHERE kind = :kind AND NOT hidden"
                        + (one.isPresent() ? " AND id = :id" : "")
                        + (wanted.isPresent() ? " AND status = :status" : "")
                        + (owner.isPresent() ? " AND user_id = :user" : "")
                        + (given(model).isEmpty() ? "" : " AND model = :model")
                        + (page.after().isPresent() ? " AND id < :after" : "")
                        + " ORDER BY id DESC LIMIT :limit")
                .bind("kind", kind.word())
                .bind("limit", page.limitAndOne());
        one.ifPresent(some -> query.bind("id", some));
        wanted.ifPresent(some -> query.bind("status", some.word()));
        owner.ifPresent(id -> query.bind("user", id));
        given(model).ifPresent(id -> query.bind("model", id));
        page.after().ifPresent(key -> query.bind("after", UUID.fromString(key.get(0))));
        return query;
    }

    /** An empty field of a form asks for nothing. */
    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
    }

    /** @param text an id, or the address of an account; one that nobody has is an owner without jobs */
    private static UUID owner(String text, Users people) {
        if (!text.contains("@")) {
            return Ids.parse(text, "user");
        }
        return people.find(Email.of(text)).map(User::id).orElse(NOBODY);
    }

    private static JobStatus status(String word) {
        return Arrays.stream(JobStatus.values())
                .filter(some -> some.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.field("status", "is not one of the states of a job"));
    }
}
