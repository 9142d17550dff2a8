package org.atelier.frontend.admin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.atelier.frontend.backend.OwnAccountApi;
import org.atelier.frontend.backend.Person;
import org.atelier.frontend.signin.Visitor;

/**
 * For whoever is no administrator these pages do not exist. The backend is asked each time: the role in the cookie is as old as its
 * token, and a change holds from the next request on.
 */
public class AdminDoorFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient OwnAccountApi account;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean before = visitor.isAdmin();
        Person person = account.me(visitor.asker());
        if (!person.role().equals(Person.ADMINISTRATOR)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!before) {
            visitor.changed(person, response);
        }
        chain.doFilter(request, response);
    }
}
