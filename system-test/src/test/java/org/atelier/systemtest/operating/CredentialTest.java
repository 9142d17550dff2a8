package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks every route with every credential that must not hold. */
@OnSharedSite
class CredentialTest {

    @Test
    void everyRouteButTheOpenOnesRefusesWhatIsNoCredential(Site site, @TempDir Path folder) {
        var token = site.somebody().credential();
        site.anonymous().as(token).get("/api/users/me").expect(200);
        var refused = new LinkedHashMap<String, String>();
        refused.put("absent", "");
        refused.put("garbage", "not-a-token");
        refused.put("tampered", tampered(token));
        refused.put("unsigned", unsigned(token));
        refused.put("signed out", signedOut(site));
        try (var other = Product.start(folder.resolve("data"), Map.of("ACCESS_TOKEN_SECONDS", "1"))) {
            var foreign = site.somebody().credential();
            var expired = expired(other);
            walk(other, Map.of("expired", expired, "foreign", foreign));
        }
        walk(site.product(), refused);
    }

    @Test
    void aPathThatNobodyHasThoughtOfIsClosedAsWell(Site site) {
        for (var path :
                new String[] {"/api/nothing", "/api/", "/api/auth/options/", "/api/auth//options", "/api/v1/nothing"}) {
            assertThat(site.anonymous().get(path).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void openRoutesAskForNoCredential(Site site) {
        var softly = new SoftAssertions();
        for (var route : Route.all()) {
            if (route.open() && route.method().equals("GET")) {
                var reply = site.anonymous().get(route.path().replace("{}", "unauthenticated"));
                softly.assertThat(reply.status()).as(route.toString()).isEqualTo(200);
            }
        }
        softly.assertAll();
    }

    private static void walk(Product product, Map<String, String> credentials) {
        var softly = new SoftAssertions();
        credentials.forEach((kind, credential) -> Route.all().stream()
                .filter(route -> !route.open())
                .forEach(route ->
                        refuses(softly, Api.anonymous(product.backend()).as(credential), route, kind)));
        softly.assertAll();
    }

    private static void refuses(SoftAssertions softly, Api caller, Route route, String kind) {
        var reply = caller.send(route.method(), route.example(), route.body());
        var what = route + " with a credential that is " + kind;
        softly.assertThat(reply.status()).as(what).isEqualTo(401);
        softly.assertThat(reply.challenge()).as(what).startsWith("Bearer");
        if (route.path().startsWith("/api/v1/")) {
            softly.assertThat(reply.mediaType()).as(what).isEqualTo("application/json");
            softly.assertThat(reply.body()).as(what).contains("invalid_api_key");
            return;
        }
        softly.assertThat(reply.mediaType()).as(what).isEqualTo("application/problem+json");
        softly.assertThat(reply.body()).as(what).contains("/api/problems/unauthenticated", "request_id");
    }

    private static String expired(Product product) {
        var brief = Setup.overApi(product);
        Await.holds(
                "the end of a token",
                Duration.ofSeconds(30),
                () -> brief.get("/api/users/me").status() == 401);
        return brief.credential();
    }

    private static String signedOut(Site site) {
        var person = site.somebody();
        person.post("/api/auth/logout", Map.of()).expect(204);
        return person.credential();
    }

    /** Another signature of the same length. */
    private static String tampered(String token) {
        var signature = token.lastIndexOf('.') + 1;
        var other = token.charAt(signature) == 'A' ? 'B' : 'A';
        return token.substring(0, signature) + other + token.substring(signature + 1);
    }

    /** The same claims under a header that asks for no signature. */
    private static String unsigned(String token) {
        var claims = token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
        return "eyJhbGciOiJub25lIn0" + claims;
    }
}
