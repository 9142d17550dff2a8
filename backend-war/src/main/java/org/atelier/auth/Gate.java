package org.atelier.auth;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.atelier.audit.Actor;
import org.atelier.limits.Places;
import org.atelier.limits.Rates;
import org.atelier.users.Users;
import org.atelier.web.Caller;
import org.atelier.web.FollowedRequest;
import org.atelier.web.OwnErrors;
import org.atelier.web.Problem;
import org.atelier.web.Problems;
import org.atelier.web.RequestId;
import org.atelier.web.RequestLog;

/** The one choke point: every request passes here, and goes on when {@link Admission} lets it and the limits have room for it. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Gate extends HttpFilter {
    /** An orchestrator counts apart: where everybody seems to come from one proxy, people must not make the server seem ill. */
    private static final String PROBE = "probe ";

    @Inject
    private transient Admission admission;

    @Inject
    private transient Users users;

    @Inject
    private transient ClientAddress addresses;

    @Inject
    private transient Cors cors;

    @Inject
    private transient Rates rates;

    @Inject
    private transient Places places;

    public Gate() {}

    Gate(Admission admission, Users users, ClientAddress addresses, Cors cors, Rates rates, Places places) {
        this.admission = admission;
        this.users = users;
        this.addresses = addresses;
        this.cors = cors;
        this.rates = rates;
        this.places = places;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestId.assign(request, response);
        var followed = new FollowedRequest(request);
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var route = KeyRoutes.find(request.getMethod(), Spelling.decoded(path));
        followed.afterwards(noting(request, response, RequestFigures.name(path, route)));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        try {
            pass(followed, response, path, route.filter(LastingRoutes::contain).isPresent(), chain);
        } catch (Problem problem) {
            Problems.write(request, response, problem);
        } catch (RuntimeException | ServletException failed) {
            var cause = failed instanceof ServletException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : failed;
            Problems.write(request, response, Problems.from(cause, RequestId.of(request)));
        } finally {
            followed.filtersAreThrough();
        }
    }

    private static Runnable noting(HttpServletRequest request, HttpServletResponse response, String route) {
        var method = request.getMethod();
        long began = System.nanoTime();
        var log = RequestLog.begin(request);
        return () -> {
            log.ended(response.getStatus());
            RequestFigures.ended(method, route, response.getStatus(), began);
        };
    }

    /** @param lasts whether the request may stay open */
    private void pass(
            FollowedRequest request, HttpServletResponse response, String path, boolean lasts, FilterChain chain)
            throws IOException, ServletException {
        var address = addresses.of(request);
        var counted = OpenRoutes.isProbe(path) ? PROBE + address : address;
        // First, so that a page of another site can read why it was sent away.
        boolean answered = path.startsWith("/api/") && cors.answers(request, response);
        rates.ofAddress(counted);
        if (answered) {
            return;
        }
        var caller = admission.admit(request.getMethod(), path, request.getHeader("Authorization"));
        actor(request, address, caller).attachTo(request);
        caller.ifPresent(somebody -> somebody.attachTo(request));
        try (var thread = places.thread(counted, caller)) {
            caller.filter(somebody -> lasts)
                    .map(somebody -> places.open(counted, somebody))
                    .ifPresent(place -> request.afterwards(place::close));
            chain.doFilter(request, new OwnErrors(request, response));
        }
    }

    private Actor actor(HttpServletRequest request, String address, Optional<Caller> caller) {
        var nobody = Actor.nobody(address, RequestId.of(request));
        return caller.flatMap(somebody -> users.find(somebody.userId()))
                .map(user -> nobody.as(user.id(), user.email().address()).with(caller.flatMap(Caller::keyId)))
                .orElse(nobody);
    }
}
