package org.atelier.frontend.signin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.atelier.frontend.backend.BackendAway;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.Bearer;
import org.atelier.frontend.web.Problems;
import org.atelier.frontend.web.Requests;

/** The one door: who is not signed in sees what {@link Routes} lists, is led to the sign-in page, or gets a 401. */
public class DoorFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            pass(request, response, chain);
        } catch (IOException | ServletException | RuntimeException failure) {
            explain(request, response, failure);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Requests.path(request);
        if (Routes.isEntrance(path) && sessions.isKnown(request) && !Requests.writes(request)) {
            response.sendRedirect(NextPage.of(request.getParameter("next")));
            return;
        }
        if (Routes.isOpen(path)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SignedIn> signedIn = sessions.current(request, response);
        if (signedIn.isEmpty()) {
            refuse(request, response);
            return;
        }
        visitor.enter(signedIn.get());
        bearer(signedIn.get(), request, response).attachTo(request);
        chain.doFilter(request, response);
    }

    private Bearer bearer(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        return new Bearer(signedIn.access(), () -> sessions.renewed(signedIn, request, response)
                .map(SignedIn::access));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Requests.fromScript(request)) {
            Problems.write(request, response, Problems.SIGNED_OUT);
        } else {
            response.sendRedirect(NextPage.signIn(wanted(request)));
        }
    }

    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean repeatable = !Requests.writes(request);
        return repeatable ? request.getRequestURI() + (query == null ? "" : "?" + query) : "/";
    }

    /** A page may find out in the middle that the backend is away, the token was revoked, what it shows is gone or too much is asked for. */
    private void explain(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException, ServletException {
        if (!response.isCommitted() && BackendAway.isBehind(failure)) {
            later(request, response, Problems.BACKEND_AWAY);
        } else if (!response.isCommitted() && BackendRefused.isSignedOut(failure)) {
            response.resetBuffer();
            sessions.forget(request, response);
            refuse(request, response);
        } else if (!response.isCommitted() && BackendRefused.isGone(failure)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!response.isCommitted() && BackendRefused.isTooMuch(failure)) {
            later(request, response, Problems.TOO_MUCH);
        } else if (failure instanceof IOException io) {
            throw io;
        } else if (failure instanceof ServletException servlet) {
            throw servlet;
        } else {
            throw (RuntimeException) failure;
        }
    }

    private static void later(HttpServletRequest request, HttpServletResponse response, Problems problem)
            throws IOException {
        if (Requests.fromScript(request)) {
            Problems.write(request, response, problem);
        } else {
            response.setHeader("Retry-After", Problems.RETRY_SECONDS);
            response.sendError(problem.status());
        }
    }
}
