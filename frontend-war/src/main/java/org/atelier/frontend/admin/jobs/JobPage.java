package org.atelier.frontend.admin.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminJobsApi;
import org.atelier.frontend.backend.AdminJobsApi.Job;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** The bean of {@code /admin/job}: one job with its history, and what can be done with it. */
@Named("adminJob")
@RequestScoped
public class JobPage {

    @Inject
    private AdminJobsApi api;

    @Inject
    private Administrator administrator;

    @Inject
    private HttpServletRequest request;

    private JobsQuery query;
    private Job job;

    @PostConstruct
    void load() {
        query = JobsQuery.of(request);
        job = Optional.ofNullable(request.getParameter("id"))
                .filter(id -> id.matches("[0-9a-f-]{36}"))
                .map(this::find)
                .orElse(null);
    }

    private Job find(String id) {
        try {
            return administrator.ask(api, (jobs, asker) -> jobs.one(asker, query.kinds(), id));
        } catch (BackendRefused refused) {
            if (refused.problem().status() == 404) {
                return null;
            }
            throw refused;
        }
    }

    public boolean isThere() {
        return job != null;
    }

    public JobRow getRow() {
        return new JobRow(query.kind(), job);
    }

    public String getKind() {
        return query.kind();
    }

    public String getList() {
        return query.address("");
    }

    public String getTitle() {
        return query.kind().equals("video") ? Messages.text("admin.job.video") : Messages.text("admin.job.image");
    }

    /** What the provider told; null: nothing, or not yet. */
    public String getCost() {
        return job.cost() == null ? null : Figures.money(job.cost());
    }

    public String getEstimate() {
        return job.estimatedCost() == null ? null : Figures.money(job.estimatedCost());
    }

    /** The address of the one that this one tries again; null: none. */
    public String getRetryOf() {
        return job.retryOf() == null ? null : JobsQuery.one(query.kind(), job.retryOf());
    }

    /** Jobs of the same person; null: that person has gone. */
    public String getOwnerHref() {
        return job.user() == null
                ? null
                : new JobsQuery(query.kind(), null, job.user().email(), null, null).address("");
    }

    public List<StepRow> getSteps() {
        return job.history().stream().map(StepRow::new).toList();
    }

    /** Whether an administrator may say what it cost: it has ended, and nobody said so. */
    public boolean isUnsettled() {
        return JobWords.isOver(job.status()) && job.cost() == null;
    }

    public String getNews() {
        return JobNews.did(request);
    }

    public String getTrouble() {
        return JobNews.trouble(request);
    }
}
