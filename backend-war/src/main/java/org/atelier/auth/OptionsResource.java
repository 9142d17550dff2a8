package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;

/** What somebody who is not signed in has to know to sign in or up. */
@ApplicationScoped
@Path("/auth/options")
@Produces(MediaType.APPLICATION_JSON)
public class OptionsResource {
    @Inject
    private Settings settings;

    /**
     * @param contact whom to ask for access, null when the operator named nobody
     * @param demo whether answers come from the built-in demo provider
     */
    record Options(SignUp signUp, int passwordMinLength, Optional<String> contact, boolean demo) {}

    @GET
    public Object options() {
        return new Options(
                SignUp.of(settings), PasswordRule.SHORTEST, settings.text(Setting.CONTACT), SignUp.demo(settings));
    }
}
