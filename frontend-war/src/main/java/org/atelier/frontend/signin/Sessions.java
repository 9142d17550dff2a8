package org.atelier.frontend.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.atelier.frontend.backend.AccountsApi;
import org.atelier.frontend.backend.AccountsApi.RefreshToken;
import org.atelier.frontend.backend.Asker;
import org.atelier.frontend.backend.BackendAway;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.Bearer;
import org.atelier.frontend.backend.Person;
import org.atelier.frontend.backend.Tokens;
import org.atelier.frontend.web.Forwarded;
import org.atelier.frontend.web.Requests;

/** Opens, renews and ends what the cookie stands for. A backend that is away never ends it. */
@ApplicationScoped
class Sessions {

    @Inject
    private AccountsApi accounts;

    @Inject
    private SignInCookie cookie;

    @Inject
    private Forwarded forwarded;

    private final Renewals renewals = new Renewals();

    /** Who asks, with an access token that is still good; renews it on the way when it is not. */
    Optional<SignedIn> current(HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> read = cookie.read(request);
        if (read.isEmpty() || !read.get().needsRefresh(Instant.now())) {
            return read;
        }
        return renewed(read.get(), request, response);
    }

    /** Whether a cookie of ours came along; it may still turn out that its tokens are worth nothing. */
    boolean isKnown(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }

    Optional<SignedIn> renewed(SignedIn old, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> successor = successor(old, asker(request));
        successor.ifPresentOrElse(
                signedIn -> cookie.write(request, response, signedIn), () -> cookie.clear(request, response));
        return successor;
    }

    void open(Tokens tokens, HttpServletRequest request, HttpServletResponse response) {
        cookie.write(request, response, SignedIn.of(tokens, Instant.now()));
    }

    /** Who was away for long comes with an access token that is over; the backend ends a session only for a good one. */
    void close(HttpServletRequest request, HttpServletResponse response) {
        cookie.clear(request, response);
        Asker asker = asker(request);
        cookie.read(request).ifPresent(leaving -> {
            Optional<SignedIn> last =
                    leaving.needsRefresh(Instant.now()) ? successor(leaving, asker) : Optional.of(leaving);
            renewals.end(leaving);
            last.ifPresent(good ->
                    accounts.logout(asker.with(Bearer.header(good.access())), new RefreshToken(good.refresh())));
        });
    }

    /** The backend no longer knows the tokens. */
    void forget(HttpServletRequest request, HttpServletResponse response) {
        cookie.clear(request, response);
    }

    /** The person has changed what pages show of them; other devices see it when they renew their tokens. */
    SignedIn changed(SignedIn before, Person person, HttpServletRequest request, HttpServletResponse response) {
        var after =
                new SignedIn(before.access(), before.refresh(), before.accessUntil(), before.refreshUntil(), person);
        cookie.write(request, response, after);
        return after;
    }

    Asker asker(HttpServletRequest request) {
        return new Asker(
                forwarded.address(request),
                forwarded.scheme(request),
                Requests.id(request),
                request.getHeader("User-Agent"));
    }

    private Optional<SignedIn> successor(SignedIn old, Asker asker) {
        return renewals.renew(old, expired -> refreshed(expired, asker));
    }

    private Optional<SignedIn> refreshed(SignedIn expired, Asker asker) {
        try {
            return Optional.of(
                    SignedIn.of(accounts.refresh(asker, new RefreshToken(expired.refresh())), Instant.now()));
        } catch (BackendRefused refused) {
            if (refused.problem().signsOut()) {
                return Optional.empty();
            }
            throw new BackendAway(refused.problem().status());
        }
    }
}
