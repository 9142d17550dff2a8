package org.atelier.frontend.admin.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.PeopleApi;
import org.atelier.frontend.backend.PeopleApi.Made;
import org.atelier.frontend.backend.PeopleApi.NewAccount;
import org.atelier.frontend.faces.Messages;

/** An account for somebody. Its link is in the answer itself, since an address that held it would stay in the browser's history. */
@Named("newPerson")
@RequestScoped
public class NewPersonForm {

    private String email;
    private String displayName;
    private String role = "user";
    private Made made;

    @Inject
    private PeopleApi api;

    @Inject
    private Administrator administrator;

    @Inject
    private SiteLinks links;

    public void make() {
        if (email == null || email.isBlank()) {
            Messages.error("email", "signin.error.missing");
            return;
        }
        try {
            NewAccount account = new NewAccount(email, displayName, role);
            made = administrator.ask(api, (people, asker) -> people.make(asker, account));
            email = null;
            displayName = null;
        } catch (BackendRefused refused) {
            tell(refused);
        }
    }

    private static void tell(BackendRefused refused) {
        switch (refused.problem().status()) {
            case 409 -> Messages.error("email", "people.new.taken");
            case 422 -> {
                boolean name = refused.problem().about("display_name").isPresent();
                Messages.error(name ? "displayName" : "email", name ? "signin.error.name" : "people.new.address");
            }
            default -> throw refused;
        }
    }

    /** Null: nobody was made by this request. */
    public String getLink() {
        return made == null ? null : links.whole(made.passwordReset().path());
    }

    public String getMadeEmail() {
        return made.user().email();
    }

    public String getMadeId() {
        return made.user().id();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
