package org.atelier.frontend.admin.models;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminModelsApi;

/** {@code POST /admin/models/change} from the list: one act on one model, on those that were ticked, or on all that the filter names. */
@WebServlet("/admin/models/change")
public class ChangeModelsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient AdminModelsApi api;

    @Inject
    private transient Administrator administrator;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ModelsQuery query = ModelsQuery.of(request);
        Map<String, Object> change = new HashMap<>(act(request));
        List<String> ids = ids(request);
        if ("all".equals(request.getParameter("to")) && ids.isEmpty()) {
            change.put("filter", query.filter());
        } else if (!ids.isEmpty()) {
            change.put("ids", ids);
        }
        if (!change.containsKey("ids") && !change.containsKey("filter") || change.size() < 2) {
            response.sendRedirect(query.address("done=none"));
            return;
        }
        int changed = administrator
                .ask(api, (models, asker) -> models.change(asker, change))
                .changed();
        response.sendRedirect(query.address("done=" + changed));
    }

    private static Map<String, Object> act(HttpServletRequest request) {
        String act = request.getParameter("on") != null
                ? "on"
                : request.getParameter("off") != null
                        ? "off"
                        : Optional.ofNullable(request.getParameter("act")).orElse("");
        return switch (act) {
            case "on" -> Map.of("enabled", true);
            case "off" -> Map.of("enabled", false);
            case "admins" -> Map.of("roles", List.of("admin"));
            case "everybody" -> Map.of("roles", List.of("user", "admin"));
            default -> Map.of();
        };
    }

    /** The button in a row means that row alone, whatever is ticked. */
    private static List<String> ids(HttpServletRequest request) {
        for (String button : List.of("on", "off")) {
            if (request.getParameter(button) != null) {
                return List.of(request.getParameter(button));
            }
        }
        if (!"selected".equals(request.getParameter("to"))) {
            return List.of();
        }
        return Optional.ofNullable(request.getParameterValues("id"))
                .map(List::of)
                .orElse(List.of());
    }
}
