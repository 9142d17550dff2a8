package org.atelier.frontend.admin.usage;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.UsageApi;

/** {@code GET /admin/usage.csv}: the figures of the page as a file for spreadsheets. */
@WebServlet("/admin/usage.csv")
public class UsageFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Administrator administrator;

    @Inject
    private transient UsageApi api;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UsageWish wish = UsageWish.of(request);
        try (InputStream table = administrator.ask(
                api,
                (calls, asker) -> calls.table(
                        asker,
                        wish.from().toString(),
                        wish.to().toString(),
                        wish.groupBy(),
                        wish.demo().orElse(false)))) {
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"atelier-usage-by-" + wish.groupBy() + "-" + wish.from() + "-" + wish.to()
                            + ".csv\"");
            response.setHeader("Cache-Control", "private, no-store");
            table.transferTo(response.getOutputStream());
        }
    }
}
