package org.atelier.frontend.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.atelier.frontend.backend.AccountsApi.Setup;

/** The bean of {@code /setup?token=…}: whoever holds the link from the log becomes the first administrator. */
@Named("setup")
@RequestScoped
public class SetupPage {

    private String email;
    private String password;

    @Inject
    private Entrance entrance;

    public void submit() {
        if (entrance.given(email, password) && entrance.longEnough(password)) {
            Setup setup = new Setup(entrance.parameter("token"), email, password);
            entrance.enter("setup.error.link", accounts -> accounts.setUp(entrance.asker(), setup));
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
