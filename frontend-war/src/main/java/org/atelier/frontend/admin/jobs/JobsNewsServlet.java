package org.atelier.frontend.admin.jobs;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminJobsApi;
import org.atelier.frontend.backend.AdminJobsApi.Job;
import org.atelier.frontend.backend.AdminJobsApi.Jobs;
import org.atelier.frontend.backend.Json;

/** {@code GET /admin/jobs/news}: how the rows of the list stand now, or with {@code id} one job, for the scripts that keep pages fresh. */
@WebServlet("/admin/jobs/news")
public class JobsNewsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient AdminJobsApi api;

    @Inject
    private transient Administrator administrator;

    /** What changes while one looks; money as the API writes it. */
    record Standing(String id, String status, String cost, String estimatedCost, String createdAt, String finishedAt) {

        static Standing of(Job job) {
            return new Standing(
                    job.id(),
                    job.status(),
                    job.cost() == null ? null : job.cost().toPlainString(),
                    job.estimatedCost() == null ? null : job.estimatedCost().toPlainString(),
                    job.createdAt(),
                    job.finishedAt());
        }
    }

    record News(List<Standing> items) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JobsQuery query = JobsQuery.of(request);
        Jobs jobs = Optional.ofNullable(request.getParameter("id"))
                .filter(id -> id.matches("[0-9a-f-]{36}"))
                .map(id -> administrator.ask(api, (all, asker) -> query.askFor(id, all, asker)))
                .orElseGet(() -> administrator.ask(api, query::ask));
        News news = new News(jobs.items().stream().map(Standing::of).toList());
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(news));
    }
}
