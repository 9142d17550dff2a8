package org.atelier.frontend.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Logger;
import org.atelier.frontend.backend.BackendAway;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.web.Requests;

/** {@code POST /signout} from a plain form: the cookie goes in any case, the tokens are revoked if the backend hears. */
@WebServlet("/signout")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(SignOutServlet.class.getName());

    @Inject
    private transient Sessions sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            sessions.close(request, response);
        } catch (BackendAway | BackendRefused unheard) {
            LOG.warning(() -> "Signed out here, but the tokens live on until they expire: " + unheard.getMessage()
                    + ", request " + Requests.id(request));
        }
        response.sendRedirect("/signin");
    }
}
