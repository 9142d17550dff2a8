package org.atelier.frontend.admin.jobs;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminJobsApi;
import org.atelier.frontend.backend.AdminJobsApi.Job;
import org.atelier.frontend.backend.AdminJobsApi.Settlement;
import org.atelier.frontend.backend.BackendRefused;

/** {@code POST /admin/jobs/act} from the list or from one job: cancel, retry, delete, settle, by the id on the button. */
@WebServlet("/admin/jobs/act")
public class ActOnJobServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient AdminJobsApi api;

    @Inject
    private transient Administrator administrator;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JobsQuery query = JobsQuery.of(request);
        for (String act : new String[] {"cancel", "retry", "delete", "settle"}) {
            String id = Optional.ofNullable(request.getParameter(act)).orElse("");
            if (id.matches("[0-9a-f-]{36}")) {
                response.sendRedirect(where(request, query, id, act));
                return;
            }
        }
        response.sendRedirect(query.address(""));
    }

    private String where(HttpServletRequest request, JobsQuery query, String id, String act) {
        boolean fromJob = request.getParameter("job") != null;
        String back = fromJob ? JobsQuery.one(query.kind(), id) + "&" : query.address("") + "&";
        if (act.equals("settle") && amount(request).isEmpty()) {
            return back + "trouble=amount";
        }
        try {
            Job after = done(request, query.kinds(), id, act);
            return switch (act) {
                case "delete" -> query.address("did=delete");
                case "retry" -> JobsQuery.one(query.kind(), after.id()) + "&did=retry";
                default -> back + "did=" + act;
            };
        } catch (BackendRefused refused) {
            if (refused.problem().signsOut()) {
                throw refused;
            }
            return back + "trouble=" + JobNews.word(refused.problem());
        }
    }

    private Job done(HttpServletRequest request, String kinds, String id, String act) {
        return administrator.ask(api, (jobs, asker) -> switch (act) {
            case "cancel" -> jobs.cancel(asker, kinds, id);
            case "retry" -> jobs.retry(asker, kinds, id);
            case "settle" ->
                jobs.settle(asker, kinds, id, new Settlement(amount(request).orElseThrow()));
            default -> {
                jobs.delete(asker, kinds, id);
                yield null;
            }
        });
    }

    /** With a point or, as Germans write it, a comma. */
    private static Optional<BigDecimal> amount(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("cost"))
                .map(given -> given.replace("$", "").replace(',', '.').strip())
                .filter(given -> given.matches("\\d{1,6}(\\.\\d{1,10})?"))
                .map(BigDecimal::new);
    }
}
