package org.atelier.frontend.admin.backups;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.BackupsApi;
import org.atelier.frontend.backend.BackupsApi.Backup;
import org.atelier.frontend.backend.Json;

/** {@code GET /admin/backups/news}: how far the backup is that is being made, for the script that shows it. */
@WebServlet("/admin/backups/news")
public class BackupProgressServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient BackupsApi api;

    @Inject
    private transient Administrator administrator;

    /** @param running whether there is one; without it there are no bytes */
    record Progress(boolean running, long done, long toDo) {

        static Progress of(Backup backup) {
            return new Progress(true, backup.done(), backup.toDo());
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Progress progress = administrator.ask(api, BackupsApi::list).items().stream()
                .filter(backup -> backup.state().equals("running"))
                .findFirst()
                .map(Progress::of)
                .orElse(new Progress(false, 0, 0));
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(progress));
    }
}
