package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import java.util.concurrent.CompletionStage;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Caller;
import org.atelier.web.Problem;

/** Whoever found an open browser shall not be able to take an account over: what matters asks for the password again. */
@ApplicationScoped
class OwnPassword {
    @Inject
    private Accounts accounts;

    @Inject
    private Users users;

    @Inject
    private Throttles throttles;

    @Inject
    private ClientAddress addresses;

    /**
     * @param field that holds it in the request
     * @throws Problem 422 when it is missing, or inside the stage when it is wrong; 429 for who guesses
     */
    CompletionStage<User> confirmed(HttpServletRequest request, String field, String password) {
        var me = users.find(Caller.of(request).userId()).orElseThrow(NotFoundException::new);
        if (password == null) {
            throw Problem.field(field, "is missing");
        }
        var address = addresses.of(request);
        throttles.beforeSignIn(me.email(), address);
        return accounts.recognise(me.email(), password).thenApply(recognised -> {
            var right = recognised.orElseThrow(() -> Problem.field(field, "is wrong"));
            throttles.rightPassword(me.email(), address);
            return right;
        });
    }
}
