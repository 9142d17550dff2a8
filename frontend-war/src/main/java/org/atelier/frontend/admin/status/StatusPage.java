package org.atelier.frontend.admin.status;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.admin.Installation;
import org.atelier.frontend.backend.AdminApi;
import org.atelier.frontend.backend.AdminApi.Health;
import org.atelier.frontend.backend.BackendAway;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** The bean of {@code /admin/status}: first steps, provider, database, disk, queues, and what the last act on this page did. */
@Named("adminStatus")
@RequestScoped
public class StatusPage {

    @Inject
    private AdminApi api;

    @Inject
    private Administrator administrator;

    @Inject
    private Installation installation;

    @Inject
    private HttpServletRequest request;

    private Health health;

    public List<StepRow> getSteps() {
        return installation.now().steps().stream().map(StepRow::new).toList();
    }

    public boolean isAllDone() {
        return getSteps().stream().allMatch(StepRow::isDone);
    }

    public ServerWords getServer() {
        return new ServerWords(installation.now());
    }

    public ProviderWords getProvider() {
        return new ProviderWords(
                installation.now().provider(), installation.now().models());
    }

    public DatabaseWords getDatabase() {
        if (health == null) {
            health = asked();
        }
        return new DatabaseWords(health, installation.now().storage());
    }

    /** A database that hangs must not take along the page that shows it. */
    private Health asked() {
        try {
            return administrator.ask(api, AdminApi::health);
        } catch (BackendAway silent) {
            return new Health(false, "", null, null, null, null);
        }
    }

    public List<QueueRow> getQueues() {
        return installation.now().queues().stream().map(QueueRow::new).toList();
    }

    /** What came of the test that led here, or null. */
    public String getTested() {
        return number("tested")
                .map(took -> Messages.text("admin.status.tested", Figures.took(took)))
                .orElse(null);
    }

    public boolean isTestFailed() {
        return "failed".equals(request.getParameter("tested"));
    }

    /** How much was forgotten just now, or null. */
    public String getPurged() {
        return number("purged")
                .map(gone -> Messages.text("admin.status.purged", Figures.count(gone)))
                .orElse(null);
    }

    private Optional<Long> number(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(given -> given.matches("\\d{1,9}"))
                .map(Long::parseLong);
    }
}
