package org.atelier.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Replica;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.rest.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Fifteen minutes after signing in the access token is worthless; nobody may notice, however many requests find out at once. */
@OnOwnProduct
@ExtendWith(Chromium.class)
class ExpiredTokenTest {
    private static final int REQUESTS = 50;
    private static final int ROUNDS = 3;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void fiftyRequestsAtOnceThroughTwoFrontendsStaySignedIn(@TempDir Path folder, Browser browser) {
        try (var product = Product.start(folder.resolve("data"), Map.of("ACCESS_TOKEN_SECONDS", "10"));
                var second = Replica.of(product);
                var visitor = Visitor.atDesk(browser, product.frontend())) {
            var administrator = Setup.overApi(product);
            SignInPage.newcomer(visitor).close();
            var cookie = cookie(visitor);
            for (var round = 0; round < ROUNDS; round++) {
                letExpire(administrator.as(Setup.signIn(product)));
                cookie = everyRequestIsAnswered(List.of(product.frontend(), second.frontend()), cookie);
            }
            visitor.open("/");
            assertThat(visitor.context().pages().get(0).url()).isEqualTo(product.frontend() + "/");
        }
    }

    /** A token that was made after the browser's is refused: so the browser's has expired as well. */
    private static void letExpire(Api younger) {
        Await.holds(
                "the end of an access token",
                Duration.ofSeconds(30),
                () -> younger.get("/api/users/me").status() == 401);
    }

    /** @return one of the cookies that the answers brought */
    private static String everyRequestIsAnswered(List<URI> frontends, String cookie) {
        var answers = IntStream.range(0, REQUESTS)
                .mapToObj(number ->
                        request(frontends.get(number % 2), number % 4 < 2 ? "/" : "/bff/conversations", cookie))
                .toList();
        var statuses =
                answers.stream().map(answer -> answer.join().statusCode()).collect(Collectors.toSet());
        assertThat(statuses)
                .as("statuses; 303 would be the way to the sign-in page")
                .containsOnly(200);
        return answers.stream()
                .flatMap(answer -> answer.join().headers().allValues("Set-Cookie").stream())
                .map(line -> line.replaceFirst(";.*", ""))
                .findAny()
                .orElseThrow(() -> new AssertionError("Nobody brought a new cookie: nothing had expired."));
    }

    private static CompletableFuture<HttpResponse<String>> request(URI frontend, String path, String cookie) {
        var request = HttpRequest.newBuilder(frontend.resolve(path))
                .header("Cookie", cookie)
                .timeout(Duration.ofMinutes(1))
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(Visitor visitor) {
        return visitor.context().cookies().stream()
                .filter(cookie -> cookie.name.contains("atelier"))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }
}
