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
 * Carries a secret from the form that made it to the page that shows it, once: sealed in a cookie of that page for one person and a short
 * time, and taken back by the answer that shows it. So it is in no address, no log and no memory of ours.
 */
@ApplicationScoped
public class ToldOnce {

    private static final int SECONDS = 120;
    private static final String PATH = "/account";

    private Seal seal;

    @Inject
    private Forwarded forwarded;

    protected ToldOnce() {}

    @Inject
    ToldOnce(Keys keys) {
        this.seal = new Seal(keys.cookie(), "atelier told once 1");
    }

    /** What a cookie holds. */
    record Told(String person, long until, String secret) {}

    public void tell(HttpServletRequest request, HttpServletResponse response, String person, String secret) {
        set(request, response, sealed(person, secret, Instant.now()), SECONDS);
    }

    String sealed(String person, String secret, Instant now) {
        try {
            Told told = new Told(person, now.getEpochSecond() + SECONDS, secret);
            return seal.close(Json.MAPPER.writeValueAsBytes(told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for anybody else, and when it is over. */
    Optional<String> opened(String sealed, String person, Instant now) {
        return seal.open(sealed)
                .flatMap(ToldOnce::parsed)
                .filter(told -> told.person().equals(person) && told.until() >= now.getEpochSecond())
                .map(Told::secret);
    }

    /** Empty: there is nothing to be told, or it was told already. */
    public Optional<String> hear(HttpServletRequest request, HttpServletResponse response, String person) {
        String name = name(request);
        Optional<String> sealed = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
        if (sealed.isPresent()) {
            set(request, response, "", 0);
        }
        return sealed.flatMap(told -> opened(told, person, Instant.now()));
    }

    private static Optional<Told> parsed(byte[] plain) {
        try {
            return Optional.of(Json.MAPPER.readValue(plain, Told.class));
        } catch (IOException olderVersion) {
            return Optional.empty();
        }
    }

    private void set(HttpServletRequest request, HttpServletResponse response, String value, long seconds) {
        response.addHeader(
                "Set-Cookie",
                name(request) + "=" + value + "; Path=" + PATH + "; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                        + (forwarded.https(request) ? "; Secure" : ""));
    }

    private String name(HttpServletRequest request) {
        return forwarded.https(request) ? "__Secure-atelier-told" : "atelier-told";
    }
}
