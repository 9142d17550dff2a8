package org.atelier.frontend.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.atelier.frontend.settings.Settings;

/** The one place that stops forged writes: every route that is not a read must come from our own pages. */
public class OriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String FORM = "jakarta.faces.ViewState";

    @Inject
    private transient Settings settings;

    @Inject
    private transient Forwarded forwarded;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Requests.writes(request) && !isOurs(request)) {
            Problems.write(request, response, Problems.FOREIGN_ORIGIN);
            return;
        }
        if (!Requests.writes(request) && request.getParameter(FORM) != null) {
            // Faces takes whatever carries this for a form that was sent, also a link on a foreign page.
            response.sendRedirect(request.getRequestURI());
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isOurs(HttpServletRequest request) {
        return new Origins(settings.publicUrl())
                .isOurs(
                        request.getHeader("Sec-Fetch-Site"),
                        request.getHeader("Origin"),
                        forwarded.scheme(request),
                        request.getHeader("Host"));
    }
}
