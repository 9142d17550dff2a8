package org.atelier.frontend.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.atelier.frontend.backend.BackendRefused;

/** {@code POST /account/revoke-key} from a plain form, by the id on the button: the list may have changed since it was drawn. */
@WebServlet("/account/revoke-key")
public class RevokeKeyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient OwnAccount account;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional.ofNullable(request.getParameter("id"))
                .filter(given -> given.matches("[0-9a-f-]{36}"))
                .ifPresent(this::revoke);
        response.sendRedirect("/account?done=revoked#keys");
    }

    /** One that is not there any more was revoked already. */
    private void revoke(String id) {
        try {
            account.ask((api, asker) -> {
                api.revokeKey(asker, id);
                return null;
            });
        } catch (BackendRefused refused) {
            if (refused.problem().status() != HttpServletResponse.SC_NOT_FOUND) {
                throw refused;
            }
        }
    }
}
