package org.atelier.frontend.admin.status;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminApi;
import org.atelier.frontend.backend.AdminApi.Tested;

/** {@code POST /admin/status/test}: has the provider asked whether it takes the key, and waits for its answer. */
@WebServlet("/admin/status/test")
public class TestProviderServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient AdminApi api;

    @Inject
    private transient Administrator administrator;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Tested tested = administrator.ask(api, AdminApi::test);
        response.sendRedirect("/admin/status?tested=" + (tested.works() ? tested.tookMs() : "failed") + "#provider");
    }
}
