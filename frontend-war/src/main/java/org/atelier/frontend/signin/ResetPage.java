package org.atelier.frontend.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.atelier.frontend.backend.AccountsApi.Reset;
import org.atelier.frontend.faces.Messages;
import org.atelier.frontend.faces.Pages;

/** The bean of {@code /reset?token=…}: whoever got the link from an administrator chooses a new password. */
@Named("reset")
@RequestScoped
public class ResetPage {

    private String password;

    @Inject
    private Entrance entrance;

    public void submit() {
        if (password == null) {
            Messages.error("password", "signin.error.missing");
        } else if (entrance.longEnough(password)) {
            entrance.enter("reset.error.link", accounts -> {
                accounts.resetPassword(entrance.asker(), new Reset(entrance.parameter("token"), password));
                Pages.redirect("/signin?reset");
                return null;
            });
        }
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
