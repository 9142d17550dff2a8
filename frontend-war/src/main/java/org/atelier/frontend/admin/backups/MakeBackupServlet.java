package org.atelier.frontend.admin.backups;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.BackupsApi;

/** {@code POST /admin/backups/make}: has a backup begun; the page shows how far it is. */
@WebServlet("/admin/backups/make")
public class MakeBackupServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient BackupsApi api;

    @Inject
    private transient Administrator administrator;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            administrator.ask(api, BackupsApi::make);
            response.sendRedirect("/admin/backups");
        } catch (BackendRefused refused) {
            if (refused.problem().signsOut()) {
                throw refused;
            }
            response.sendRedirect("/admin/backups?trouble=" + BackupNews.word(refused.problem()));
        }
    }
}
