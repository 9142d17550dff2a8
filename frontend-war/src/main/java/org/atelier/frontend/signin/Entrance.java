package org.atelier.frontend.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.atelier.frontend.backend.AccountsApi;
import org.atelier.frontend.backend.Asker;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.Tokens;
import org.atelier.frontend.faces.Pages;

/** What signing in, registering and setting up have in common: tokens become a cookie, a refusal becomes a message. */
@RequestScoped
class Entrance {

    @Inject
    private AccountsApi accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private HttpServletRequest request;

    /** @param call asks the backend for tokens; null when it has already led somewhere else */
    void enter(Function<AccountsApi, Tokens> call) {
        try {
            Tokens tokens = call.apply(accounts);
            if (tokens != null) {
                sessions.open(tokens, request, Pages.response());
                Pages.redirect(NextPage.of(parameter("next")));
            }
        } catch (BackendRefused refused) {
            RefusalMessages.show(refused.problem());
        }
    }

    /** What the address or a hidden field of the plain form carries along. */
    String parameter(String name) {
        return request.getParameter(name);
    }

    Asker asker() {
        return sessions.asker(request);
    }
}
