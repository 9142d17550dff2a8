package org.atelier.frontend.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.OwnAccountApi.Profile;
import org.atelier.frontend.backend.Person;
import org.atelier.frontend.faces.Messages;
import org.atelier.frontend.faces.Pages;
import org.atelier.frontend.signin.Visitor;

/** Name, language and appearance. */
@Named("profileForm")
@RequestScoped
public class ProfileForm {

    private String displayName;
    private String language;
    private String appearance;

    @Inject
    private OwnAccount account;

    @Inject
    private Visitor visitor;

    @PostConstruct
    void load() {
        Person person = account.person();
        displayName = person.displayName();
        language = person.language();
        appearance = person.appearance();
    }

    public void save() {
        if (displayName == null) {
            Messages.error("displayName", "signin.error.name");
            return;
        }
        try {
            Profile profile = new Profile(displayName, language, appearance);
            Person changed = account.ask((api, asker) -> api.change(asker, profile));
            visitor.changed(changed, Pages.response());
            Pages.redirect("/account?done=profile");
        } catch (BackendRefused refused) {
            Refused.show(refused.problem(), "displayName", "signin.error.name");
        }
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getAppearance() {
        return appearance;
    }

    public void setAppearance(String appearance) {
        this.appearance = appearance;
    }
}
