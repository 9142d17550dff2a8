package org.atelier.frontend.admin.backups;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.BackupsApi;
import org.atelier.frontend.backend.BackupsApi.Backups;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** The bean of {@code /admin/backups}: all backups, the one that is being made, and what the last act on this page did. */
@Named("adminBackups")
@RequestScoped
public class BackupsPage {

    @Inject
    private BackupsApi api;

    @Inject
    private Administrator administrator;

    @Inject
    private HttpServletRequest request;

    private Backups backups;

    private Backups backups() {
        if (backups == null) {
            backups = administrator.ask(api, BackupsApi::list);
        }
        return backups;
    }

    /** Those that have ended, the newest first. */
    public List<BackupRow> getRows() {
        return all().stream().filter(row -> !row.isRunning()).toList();
    }

    /** The one that is being made, or null. */
    public BackupRow getRunning() {
        return all().stream().filter(BackupRow::isRunning).findFirst().orElse(null);
    }

    /** The one that somebody wants to delete and has not said yes to, or null. */
    public BackupRow getLeaving() {
        String id = request.getParameter("delete");
        return getRows().stream()
                .filter(row -> row.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The name that the commands below restore. */
    public String getNewest() {
        return getRows().stream()
                .filter(BackupRow::isWhole)
                .findFirst()
                .map(BackupRow::getId)
                .orElse("20261127-033000");
    }

    private List<BackupRow> all() {
        return backups().items().stream().map(BackupRow::new).toList();
    }

    public String getFolder() {
        return backups().folder();
    }

    /** Whether one is made every day. */
    public boolean isScheduled() {
        return backups().at() != null;
    }

    /** When one is made by itself, and how many stay, as a sentence. */
    public String getSchedule() {
        return isScheduled()
                ? Messages.text(
                        "admin.backups.schedule",
                        backups().at(),
                        Figures.count(backups().keep()))
                : Messages.text("admin.backups.unscheduled");
    }

    /** What the form that led here has done, or null. */
    public String getNews() {
        return BackupNews.did(request);
    }

    /** Why it did not, or null. */
    public String getTrouble() {
        return BackupNews.trouble(request);
    }
}
