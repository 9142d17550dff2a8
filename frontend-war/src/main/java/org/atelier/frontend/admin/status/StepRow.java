package org.atelier.frontend.admin.status;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.atelier.frontend.admin.ProviderNotice;
import org.atelier.frontend.backend.AdminApi.Step;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** One of the first steps, as the page shows it. */
public class StepRow {

    private static final Map<String, String> TITLES = Map.of(
            "provider", "admin.step.provider",
            "sign-up", "admin.step.sign-up",
            "default-budget", "admin.step.budget",
            "models", "admin.step.models",
            "public-address", "admin.step.address",
            "backup", "admin.step.backup");

    private static final Map<String, String> SIGN_UP = Map.of(
            "open", "admin.step.sign-up.open",
            "approval", "admin.step.sign-up.approval",
            "closed", "admin.step.sign-up.closed");

    /** What an operator may write; a good choice where there is one. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "OPENROUTER_API_KEY", "sk-or-…",
            "SIGN_UP", "approval",
            "DEFAULT_BUDGET_USD", "5",
            "PUBLIC_URL", "https://atelier.example.org",
            "BACKUP_AT", "03:30");

    private static final Map<String, String> PAGES = Map.of("models", "/admin/models", "backup", "/admin/backups");

    private final Step step;

    StepRow(Step step) {
        this.step = step;
    }

    public String getTitle() {
        return Messages.text(TITLES.get(step.name()));
    }

    public boolean isDone() {
        return step.state().equals("done");
    }

    private boolean isUrgent() {
        return step.state().equals("urgent");
    }

    public String getTone() {
        return isDone() ? "good" : isUrgent() ? "bad" : "warn";
    }

    public String getState() {
        return Messages.text(isDone() ? "admin.step.done" : isUrgent() ? "admin.step.urgent" : "admin.step.left");
    }

    /** How it is now. */
    public String getText() {
        return switch (step.name()) {
            case "provider" ->
                ProviderNotice.text(step.value())
                        .orElseGet(() ->
                                Messages.text(isDone() ? "admin.step.provider.done" : "admin.step.provider.demo"));
            case "sign-up" -> Messages.text(SIGN_UP.get(step.value()));
            case "default-budget" ->
                step.value().equals("none")
                        ? Messages.text("admin.step.budget.none")
                        : Messages.text("admin.step.budget.amount", Figures.money(new BigDecimal(step.value())));
            case "models" -> Messages.text(isDone() ? "admin.step.models.done" : "admin.step.models.all");
            case "backup" ->
                isDone()
                        ? Messages.text("admin.step.backup.done", step.value())
                        : Messages.text("admin.step.backup.none");
            default -> Messages.text(isDone() ? "admin.step.address.done" : "admin.step.address.own", step.value());
        };
    }

    /** The line to write among the settings; null: there is nothing to set, or nothing left to do. */
    public String getSetting() {
        return Optional.ofNullable(step.setting())
                .filter(name -> !isDone())
                .map(name -> name + "=" + EXAMPLES.get(name))
                .orElse(null);
    }

    /** Where it is decided on a page, or null. */
    public String getHref() {
        return PAGES.get(step.name());
    }

    public String getLink() {
        return Messages.text(step.name().equals("models") ? "admin.step.models.choose" : "admin.step.backup.show");
    }
}
