package org.atelier.frontend.admin.people;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.PeopleApi;
import org.atelier.frontend.backend.PeopleApi.Amount;
import org.atelier.frontend.backend.PeopleApi.Limit;
import org.atelier.frontend.backend.PeopleApi.Role;
import org.atelier.frontend.backend.PeopleApi.Status;
import org.atelier.frontend.backend.PeopleApi.Usual;
import org.atelier.frontend.signin.Visitor;

/** {@code POST /admin/users/decide} from plain forms: what to do is on the button, about whom in the field {@code id}. */
@WebServlet("/admin/users/decide")
public class DecideServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient PeopleApi api;

    @Inject
    private transient Administrator administrator;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = given(request, "id")
                .filter(text -> text.matches("[0-9a-f-]{36}"))
                .orElse("");
        String act = given(request, "act").orElse("");
        if (id.isEmpty()) {
            response.sendRedirect("/admin/users");
            return;
        }
        String back = given(request, "back").isPresent() ? "/admin/users?" : "/admin/user?id=" + id + "&";
        try {
            response.sendRedirect(done(request, id, act, back));
        } catch (BackendRefused refused) {
            response.sendRedirect(back + "trouble=" + trouble(refused));
        }
    }

    private String done(HttpServletRequest request, String id, String act, String back) {
        switch (act) {
            case "active", "disabled" -> {
                administrator.ask(api, (people, asker) -> people.change(asker, id, new Status(act)));
                return back + "did=status";
            }
            case "admin", "user" -> {
                administrator.ask(api, (people, asker) -> people.change(asker, id, new Role(act)));
                // Whoever gives up the own role finds these pages no more.
                return id.equals(visitor.getId()) && act.equals("user") ? "/chat" : back + "did=role";
            }
            case "budget" -> {
                return limited(request, id) ? back + "did=budget" : back + "trouble=amount";
            }
            case "sessions" -> {
                administrator.tell(api, (people, asker) -> people.signOut(asker, id));
                return back + "did=sessions";
            }
            case "delete" -> {
                administrator.tell(api, (people, asker) -> people.delete(asker, id));
                return "/admin/users?did=deleted";
            }
            default -> {
                return back;
            }
        }
    }

    /** @return false when the amount is none */
    private boolean limited(HttpServletRequest request, String id) {
        String choice = given(request, "budget").orElse("");
        if (choice.equals("default")) {
            administrator.ask(api, (people, asker) -> people.change(asker, id, new Usual(false)));
            return true;
        }
        Optional<BigDecimal> amount = amount(request);
        if (!choice.equals("none") && amount.isEmpty()) {
            return false;
        }
        Amount budget = choice.equals("none")
                ? null
                : new Amount(
                        amount.orElseThrow().toPlainString(),
                        given(request, "period").orElse("month"));
        administrator.ask(api, (people, asker) -> people.change(asker, id, new Limit(budget)));
        return true;
    }

    /** With a point or, as Germans write it, a comma. */
    private static Optional<BigDecimal> amount(HttpServletRequest request) {
        return given(request, "amount")
                .map(text -> text.replace("$", "").replace(',', '.').strip())
                .filter(text -> text.matches("\\d{1,7}(\\.\\d{1,10})?"))
                .map(BigDecimal::new);
    }

    private static String trouble(BackendRefused refused) {
        if (refused.problem().signsOut()) {
            throw refused;
        }
        return switch (refused.problem().status()) {
            case 409 -> "last";
            case 404 -> "gone";
            case 422 -> "amount";
            default -> "other";
        };
    }

    private static Optional<String> given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
    }
}
