package org.atelier.frontend.admin.jobs;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminJobsApi;
import org.atelier.frontend.backend.AdminJobsApi.Overdue;
import org.atelier.frontend.backend.AdminJobsApi.Purge;

/** {@code POST /admin/jobs/tidy}: removes the records of jobs that ended long ago, or ends those that are under way for too long. */
@WebServlet("/admin/jobs/tidy")
public class TidyJobsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient AdminJobsApi api;

    @Inject
    private transient Administrator administrator;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JobsQuery query = JobsQuery.of(request);
        Optional<String> days = number(request, "purge");
        Optional<String> hours = number(request, "hours");
        if (days.isPresent()) {
            long gone = administrator
                    .ask(
                            api,
                            (jobs, asker) -> jobs.purge(asker, query.kinds(), new Purge("P" + days.get() + "D", false)))
                    .deleted();
            response.sendRedirect(query.address("did=purge&count=" + gone));
        } else if (hours.isPresent()) {
            long ended = administrator
                    .ask(
                            api,
                            (jobs, asker) -> jobs.timeOut(asker, query.kinds(), new Overdue("PT" + hours.get() + "H")))
                    .timedOut();
            response.sendRedirect(query.address("did=time-out&count=" + ended));
        } else {
            response.sendRedirect(query.address("trouble=other"));
        }
    }

    private static Optional<String> number(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(given -> given.matches("\\d{1,4}"));
    }
}
