package org.atelier.frontend.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.backend.OwnAccountApi.Look;
import org.atelier.frontend.backend.Person;
import org.atelier.frontend.signin.Visitor;

/** {@code POST /appearance} from the switch in the account's menu: kept in the account, and drawn from the next page on. */
@WebServlet("/appearance")
public class AppearanceServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient OwnAccount account;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String chosen = Optional.ofNullable(request.getParameter("appearance"))
                .filter(List.of("light", "dark")::contains)
                .orElse(null);
        Person changed = account.ask((api, asker) -> api.change(asker, new Look(chosen)));
        visitor.changed(changed, response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
