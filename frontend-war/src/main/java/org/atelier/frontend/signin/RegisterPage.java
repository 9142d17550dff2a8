package org.atelier.frontend.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.atelier.frontend.backend.AccountsApi;
import org.atelier.frontend.backend.AccountsApi.Credentials;
import org.atelier.frontend.backend.AccountsApi.Registration;
import org.atelier.frontend.backend.Person;
import org.atelier.frontend.backend.Tokens;
import org.atelier.frontend.faces.Pages;

/** The bean of {@code /register}: a new account is signed in at once, or told what happens next when it must wait. */
@Named("register")
@RequestScoped
public class RegisterPage {

    private String email;
    private String displayName;
    private String password;

    @Inject
    private Entrance entrance;

    public void submit() {
        if (entrance.given(email, password) && entrance.longEnough(password)) {
            entrance.enter("signin.error.closed", this::registered);
        }
    }

    private Tokens registered(AccountsApi accounts) {
        Person person = accounts.register(entrance.asker(), new Registration(email, password, displayName));
        if ("pending".equals(person.status())) {
            Pages.redirect("/waiting");
            return null;
        }
        return accounts.login(entrance.asker(), new Credentials(email, password));
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

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
