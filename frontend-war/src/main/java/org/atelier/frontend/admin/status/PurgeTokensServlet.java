package org.atelier.frontend.admin.status;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminApi;
import org.atelier.frontend.backend.AdminApi.Purged;

/** {@code POST /admin/status/purge}: has sign-ins and links forgotten that are over. */
@WebServlet("/admin/status/purge")
public class PurgeTokensServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient AdminApi api;

    @Inject
    private transient Administrator administrator;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Purged purged = administrator.ask(api, AdminApi::purge);
        response.sendRedirect("/admin/status?purged=" + (purged.sessions() + purged.links()) + "#sign-ins");
    }
}
