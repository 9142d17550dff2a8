package org.atelier.frontend.admin.backups;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.BackupsApi;

/** {@code POST /admin/backups/delete}: removes the one that is named, after the page has asked. */
@WebServlet("/admin/backups/delete")
public class DeleteBackupServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient BackupsApi api;

    @Inject
    private transient Administrator administrator;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String news = Optional.ofNullable(request.getParameter("id"))
                .filter(id -> id.matches("\\d{8}-\\d{6}"))
                .map(this::delete)
                .orElse("trouble=gone");
        response.sendRedirect("/admin/backups?" + news);
    }

    private String delete(String id) {
        try {
            administrator.tell(api, (backups, asker) -> backups.delete(asker, id));
            return "did=delete";
        } catch (BackendRefused refused) {
            if (refused.problem().signsOut()) {
                throw refused;
            }
            return "trouble=" + BackupNews.word(refused.problem());
        }
    }
}
