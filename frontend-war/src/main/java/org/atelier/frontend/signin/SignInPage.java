package org.atelier.frontend.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.atelier.frontend.backend.AccountsApi.Credentials;

/** The bean of {@code /signin}: e-mail and password against the backend, then on to where one wanted to go. */
@Named("signIn")
@RequestScoped
public class SignInPage {

    private String email;
    private String password;

    @Inject
    private Entrance entrance;

    public void submit() {
        if (entrance.given(email, password)) {
            entrance.enter(
                    "signin.error.disabled",
                    accounts -> accounts.login(entrance.asker(), new Credentials(email, password)));
        }
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
