package org.atelier.frontend.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.atelier.frontend.backend.Json;
import org.atelier.frontend.settings.Keys;
import org.atelier.frontend.web.Forwarded;

/**
 * The only place that remembers who is signed in. Over HTTPS the cookie has a name that browsers bind to this host;
 * over HTTP another one, so that the two do not fight.
 */
@ApplicationScoped
class SignInCookie {

    private Seal seal;

    @Inject
    private Forwarded forwarded;

    protected SignInCookie() {}

    @Inject
    SignInCookie(Keys keys) {
        this.seal = new Seal(keys.cookie(), "atelier sign-in cookie 1");
    }

    Optional<SignedIn> read(HttpServletRequest request) {
        String name = name(request);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .flatMap(value -> seal.open(value).stream())
                .flatMap(plain -> parsed(plain).stream())
                .findFirst();
    }

    void write(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        try {
            String value = seal.close(Json.MAPPER.writeValueAsBytes(signedIn));
            set(
                    request,
                    response,
                    value,
                    signedIn.refreshUntil() - Instant.now().getEpochSecond());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", 0);
    }

    private void set(HttpServletRequest request, HttpServletResponse response, String value, long seconds) {
        response.addHeader(
                "Set-Cookie",
                name(request) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                        + (forwarded.https(request) ? "; Secure" : ""));
    }

    private String name(HttpServletRequest request) {
        return forwarded.https(request) ? "__Host-atelier" : "atelier";
    }

    private static Optional<SignedIn> parsed(byte[] plain) {
        try {
            return Optional.of(Json.MAPPER.readValue(plain, SignedIn.class));
        } catch (IOException olderVersion) {
            return Optional.empty();
        }
    }
}
