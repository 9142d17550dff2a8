package org.atelier.frontend.admin.usage;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.UsageApi;
import org.atelier.frontend.backend.UsageApi.Settlement;

/** {@code POST /admin/usage/settle} from a plain form: what a call cost of which nobody knew. */
@WebServlet("/admin/usage/settle")
public class SettleServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Administrator administrator;

    @Inject
    private transient UsageApi api;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = Optional.ofNullable(request.getParameter("id"))
                .filter(given -> given.matches("[0-9a-f-]{36}"))
                .orElse("");
        Optional<BigDecimal> cost = cost(request.getParameter("cost"));
        String news = id.isEmpty() || cost.isEmpty() ? "problem=wrong" : settle(id, cost.get());
        response.sendRedirect("/admin/usage?" + UsageWish.of(request).query() + "&" + news + "#open");
    }

    /** A comma is taken for a point, as many people write it. */
    private static Optional<BigDecimal> cost(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(given -> new BigDecimal(given.strip().replace(',', '.')))
                    .filter(dollars -> dollars.signum() >= 0 && dollars.scale() >= -6 && dollars.scale() <= 10);
        } catch (NumberFormatException nonsense) {
            return Optional.empty();
        }
    }

    private String settle(String id, BigDecimal dollars) {
        try {
            administrator.ask(api, (calls, asker) -> calls.settle(asker, id, new Settlement(dollars)));
            return "done=settled";
        } catch (BackendRefused refused) {
            return switch (refused.problem().status()) {
                case HttpServletResponse.SC_CONFLICT, HttpServletResponse.SC_NOT_FOUND -> "problem=conflict";
                case 422 -> "problem=wrong";
                default -> throw refused;
            };
        }
    }
}
