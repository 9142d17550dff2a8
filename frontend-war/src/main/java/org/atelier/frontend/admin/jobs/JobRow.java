package org.atelier.frontend.admin.jobs;

import java.time.Instant;
import java.util.Optional;
import org.atelier.frontend.backend.AdminJobsApi;
import org.atelier.frontend.backend.AdminJobsApi.Job;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** One job of the list, in the reader's words. */
public class JobRow {

    private final String kind;
    private final Job job;

    JobRow(String kind, Job job) {
        this.kind = kind;
        this.job = job;
    }

    public String getId() {
        return job.id();
    }

    public String getHref() {
        return JobsQuery.one(kind, job.id());
    }

    public String getModel() {
        return job.model();
    }

    public String getOwner() {
        return Optional.ofNullable(job.user())
                .map(AdminJobsApi.Owner::email)
                .orElseGet(() -> Messages.text("admin.jobs.nobody"));
    }

    public String getStatus() {
        return job.status();
    }

    public String getState() {
        return JobWords.state(job.status());
    }

    public String getTone() {
        return JobWords.tone(job.status());
    }

    public boolean isOver() {
        return JobWords.isOver(job.status());
    }

    /** Whether trying again makes sense: nothing came of it. */
    public boolean isLost() {
        return isOver() && !job.status().equals("completed");
    }

    public String getCreatedAt() {
        return job.createdAt();
    }

    public String getCreated() {
        return Figures.moment(Instant.parse(job.createdAt()));
    }

    public String getFinishedAt() {
        return job.finishedAt();
    }

    public String getAge() {
        return JobWords.age(job);
    }

    public String getCost() {
        return JobWords.cost(job);
    }

    /** Why it does not go on, or nothing came of it, in the server's words; null: all is well. */
    public String getWhy() {
        return job.error() == null ? job.notice() : job.error().detail();
    }
}
