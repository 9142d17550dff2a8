package org.atelier.frontend.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.OwnAccountApi.PasswordChange;
import org.atelier.frontend.faces.Messages;
import org.atelier.frontend.faces.Pages;
import org.atelier.frontend.signin.SignUpOptions;

/** A new password; everywhere else the person is signed out by it. */
@Named("passwordForm")
@RequestScoped
public class PasswordForm {

    private static final String CURRENT = "currentPassword";
    private static final String NEW = "newPassword";

    private String currentPassword;
    private String newPassword;

    @Inject
    private OwnAccount account;

    @Inject
    private SignUpOptions options;

    public void save() {
        int least = options.getPasswordMinLength();
        if (currentPassword == null) {
            Messages.error(CURRENT, "signin.error.missing");
        } else if (newPassword == null || newPassword.codePointCount(0, newPassword.length()) < least) {
            Messages.error(NEW, "signin.error.passwordShort", least);
        } else {
            change();
        }
    }

    private void change() {
        try {
            PasswordChange change = new PasswordChange(currentPassword, newPassword);
            account.ask((api, asker) -> {
                api.changePassword(asker, change);
                return null;
            });
            Pages.redirect("/account?done=password");
        } catch (BackendRefused refused) {
            boolean wrong = refused.problem().about("current_password").isPresent();
            Refused.show(
                    refused.problem(),
                    wrong ? CURRENT : NEW,
                    wrong ? "account.password.wrong" : "signin.error.passwordGuessable");
        }
    }

    public String getCurrentPassword() {
        return currentPassword;
    }

    public void setCurrentPassword(String currentPassword) {
        this.currentPassword = currentPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }
}
