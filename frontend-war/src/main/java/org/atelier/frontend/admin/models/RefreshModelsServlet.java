package org.atelier.frontend.admin.models;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminModelsApi;
import org.atelier.frontend.backend.BackendAway;

/** {@code POST /admin/models/refresh}: has the provider asked for its list, and waits for it. */
@WebServlet("/admin/models/refresh")
public class RefreshModelsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(RefreshModelsServlet.class.getName());

    @Inject
    private transient AdminModelsApi api;

    @Inject
    private transient Administrator administrator;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ModelsQuery query = ModelsQuery.of(request);
        try {
            administrator.ask(api, AdminModelsApi::refresh);
            response.sendRedirect(query.address("refreshed=done"));
        } catch (BackendAway silent) {
            LOG.log(System.Logger.Level.INFO, "The list of models was not refreshed: {0}", silent.getMessage());
            response.sendRedirect(query.address("refreshed=failed"));
        }
    }
}
