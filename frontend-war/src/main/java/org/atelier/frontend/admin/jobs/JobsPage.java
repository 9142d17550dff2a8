package org.atelier.frontend.admin.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminJobsApi;
import org.atelier.frontend.backend.AdminJobsApi.Jobs;
import org.atelier.frontend.backend.AdminJobsApi.Purge;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** The bean of {@code /admin/jobs}: some of the jobs of a kind, and what the last act on this page did. */
@Named("adminJobs")
@RequestScoped
public class JobsPage {

    @Inject
    private AdminJobsApi api;

    @Inject
    private Administrator administrator;

    @Inject
    private HttpServletRequest request;

    private JobsQuery query;
    private Jobs jobs;
    private Long wouldGo;

    private JobsQuery query() {
        if (query == null) {
            query = JobsQuery.of(request);
        }
        return query;
    }

    private Jobs jobs() {
        if (jobs == null) {
            jobs = administrator.ask(api, query()::ask);
        }
        return jobs;
    }

    public List<JobRow> getRows() {
        return jobs().items().stream()
                .map(job -> new JobRow(query().kind(), job))
                .toList();
    }

    public String getKind() {
        return query().kind();
    }

    public boolean isVideos() {
        return query().kind().equals("video");
    }

    public String getStatus() {
        return query().status();
    }

    public String getUser() {
        return query().user();
    }

    public String getModel() {
        return query().model();
    }

    public String getCursor() {
        return query().cursor();
    }

    public boolean isNarrowed() {
        return query().isNarrowed();
    }

    /** What a script asks with, to look at the same rows again. */
    public String getParameters() {
        return query().parameters();
    }

    /** The address of these rows. */
    public String getHere() {
        return query().address("");
    }

    public String getNext() {
        return Optional.ofNullable(jobs().nextCursor())
                .map(place -> query().from(place).address(""))
                .orElse(null);
    }

    public String getFirst() {
        return query().cursor() == null ? null : query().from(null).address("");
    }

    /** For how many days ended jobs shall be kept, if somebody asks what a purge would take. */
    public String getDays() {
        return Optional.ofNullable(request.getParameter("days"))
                .filter(days -> days.matches("\\d{1,4}"))
                .orElse(null);
    }

    /** What a purge would take, as a sentence. */
    public String getWouldGo() {
        return Messages.text("admin.jobs.purge.would", Figures.count(wouldGo()), getDays());
    }

    public boolean isAnyWouldGo() {
        return getDays() != null && wouldGo() > 0;
    }

    private long wouldGo() {
        if (wouldGo == null) {
            Purge dry = new Purge("P" + getDays() + "D", true);
            wouldGo = administrator
                    .ask(api, (all, asker) -> all.purge(asker, query().kinds(), dry))
                    .deleted();
        }
        return wouldGo;
    }

    /** What the form that led here has done, or null. */
    public String getNews() {
        return JobNews.did(request);
    }

    /** Why it did not, or null. */
    public String getTrouble() {
        return JobNews.trouble(request);
    }
}
