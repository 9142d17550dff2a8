package org.atelier.frontend.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.atelier.frontend.backend.AccountsApi;
import org.atelier.frontend.backend.Asker;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.Tokens;
import org.atelier.frontend.faces.Messages;
import org.atelier.frontend.faces.Pages;

/** What signing in, registering and setting up have in common: tokens become a cookie, a refusal becomes a message. */
@RequestScoped
class Entrance {

    @Inject
    private AccountsApi accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private SignUpOptions options;

    @Inject
    private HttpServletRequest request;

    /**
     * @param forbidden the message key for a backend that says no
     * @param call asks the backend for tokens; null when it has already led somewhere else
     */
    void enter(String forbidden, Function<AccountsApi, Tokens> call) {
        try {
            Tokens tokens = call.apply(accounts);
            if (tokens != null) {
                sessions.open(tokens, request, Pages.response());
                Pages.redirect(NextPage.of(parameter("next")));
            }
        } catch (BackendRefused refused) {
            if (refused.problem().name().equals("account-pending")) {
                Pages.redirect("/waiting");
                return;
            }
            RefusalMessages.show(refused.problem(), forbidden);
        }
    }

    /** Says at each empty field that it is needed. */
    boolean given(String email, String password) {
        return isGiven("email", email) & isGiven("password", password);
    }

    boolean longEnough(String password) {
        int least = options.getPasswordMinLength();
        boolean enough = password.codePointCount(0, password.length()) >= least;
        if (!enough) {
            Messages.error("password", "signin.error.passwordShort", least);
        }
        return enough;
    }

    /** What the address or a hidden field of the plain form carries along. */
    String parameter(String name) {
        return request.getParameter(name);
    }

    Asker asker() {
        return sessions.asker(request);
    }

    private static boolean isGiven(String field, String value) {
        if (value == null) {
            Messages.error(field, "signin.error.missing");
        }
        return value != null;
    }
}
