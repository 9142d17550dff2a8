package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Reply;
import org.atelier.systemtest.rest.SignInForm;
import org.junit.jupiter.api.Test;

/** What a request claims about its sender counts from our own nginx only, which shows the key in the shared folder. */
@OnSharedSite
class ForwardedTest {
    private static final int GUESSES = 10;

    @Test
    void aForgedAddressGetsNobodyRoundTheThrottle(Site site) throws IOException {
        var wrongKey = Map.of("X-Internal-Key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        for (var forger : new Api[] {site.anonymous(), site.anonymous().with(wrongKey)}) {
            var victim = "victim-" + UUID.randomUUID() + "@example.org";
            IntStream.range(0, GUESSES)
                    .forEach(i -> guess(forger, victim, "198.51.100." + i).expect(401));
            guess(forger, victim, "198.51.100.99").expect(429);
            guess(nginx(site), victim, "198.51.100.99").expect(401);
        }
    }

    @Test
    void twentyColleaguesBehindOneAddressSignIn(Site site) throws IOException {
        var office = nginx(site).with(Map.of("X-Forwarded-For", "192.0.2.20"));
        IntStream.range(0, 20).parallel().forEach(i -> assertThat(
                        office.asSomebodyNew().credential())
                .as("colleague %s", i)
                .isNotEmpty());
    }

    @Test
    void aForgedSchemeChangesNoCookieAndNginxGetsTheSecureOne(Site site) throws IOException {
        site.administrator();
        var frontend = site.product().frontend();
        var visitor = Api.anonymous(frontend).with(Map.of("Origin", frontend.toString()));

        assertThat(SignInForm.send(visitor, Site.ADMINISTRATOR))
                .startsWith("atelier=")
                .doesNotContain("Secure");
        assertThat(SignInForm.send(visitor.with(Map.of("X-Forwarded-Proto", "https")), Site.ADMINISTRATOR))
                .startsWith("atelier=");
        assertThat(SignInForm.send(
                        visitor.with(Map.of(
                                "X-Internal-Key",
                                key(site),
                                "X-Forwarded-Proto",
                                "https",
                                "Origin",
                                frontend.toString().replace("http:", "https:"))),
                        Site.ADMINISTRATOR))
                .startsWith("__Host-atelier=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain");
    }

    private static Reply guess(Api caller, String victim, String address) {
        return caller.with(Map.of("X-Forwarded-For", address))
                .post("/api/auth/login", Map.of("email", victim, "password", "a wrong guess"));
    }

    private static Api nginx(Site site) throws IOException {
        return site.anonymous().with(Map.of("X-Internal-Key", key(site)));
    }

    private static String key(Site site) throws IOException {
        return Files.readString(site.product().data().resolve("keys/internal.key"))
                .strip();
    }
}
