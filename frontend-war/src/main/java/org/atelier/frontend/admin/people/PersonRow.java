package org.atelier.frontend.admin.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.atelier.frontend.backend.OwnAccountApi.Budget;
import org.atelier.frontend.backend.PeopleApi.Account;
import org.atelier.frontend.backend.Person;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** Somebody in the reader's words. */
public class PersonRow {

    private final Account account;

    PersonRow(Account account) {
        this.account = account;
    }

    public String getId() {
        return account.id();
    }

    public String getEmail() {
        return account.email();
    }

    public String getName() {
        return account.displayName();
    }

    public boolean isAdmin() {
        return Person.ADMINISTRATOR.equals(account.role());
    }

    public String getRole() {
        return Messages.text(isAdmin() ? "people.role.admin" : "people.role.user");
    }

    public boolean isPending() {
        return "pending".equals(account.status());
    }

    public boolean isDisabled() {
        return "disabled".equals(account.status());
    }

    public String getStatus() {
        return Messages.text(
                switch (account.status()) {
                    case "pending" -> "people.status.pending";
                    case "disabled" -> "people.status.disabled";
                    default -> "people.status.active";
                });
    }

    /** How the state looks. */
    public String getTone() {
        return switch (account.status()) {
            case "pending" -> "warn";
            case "disabled" -> "bad";
            default -> "good";
        };
    }

    public String getBudget() {
        if (account.budget() != null) {
            return words(account.budget());
        }
        boolean usual = !account.ownBudget() && !account.origin().equals("made");
        return Messages.text(usual ? "people.budget.default" : "people.budget.none");
    }

    static String words(Budget budget) {
        return Messages.text(
                switch (budget.period()) {
                    case "day" -> "people.budget.a-day";
                    case "total" -> "people.budget.in-total";
                    default -> "people.budget.a-month";
                },
                Figures.money(budget.amount()));
    }

    /** Which of the choices holds: own, none or default. */
    public String getBudgetChoice() {
        if (account.budget() != null) {
            return "own";
        }
        return account.ownBudget() ? "none" : "default";
    }

    /** Whoever an administrator made has no limit by default. */
    public String getDefaultWords() {
        return Messages.text(account.origin().equals("made") ? "people.budget.default-made" : "people.budget.default");
    }

    public String getAmount() {
        return account.budget() == null
                ? ""
                : account.budget().amount().stripTrailingZeros().toPlainString();
    }

    public String getPeriod() {
        return account.budget() == null ? "month" : account.budget().period();
    }

    public String getJoined() {
        return Figures.day(LocalDate.ofInstant(Instant.parse(account.createdAt()), ZoneOffset.UTC));
    }
}
