package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.rest.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who comes back after a while goes on where he was, or learns what to do; access tokens are good for two seconds here. */
@OnOwnProduct
@ExtendWith(Chromium.class)
class LongPauseTest {
    private static final Pattern SIGN_IN = Pattern.compile("/signin");

    @TempDir
    static Path folder;

    private static Product product;

    @BeforeAll
    static void start() {
        product = Product.start(folder.resolve("data"), Map.of("ACCESS_TOKEN_SECONDS", "10"));
        Setup.overApi(product);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void nobodyNoticesThatAnAccessTokenHasExpired(Browser browser) {
        try (var visitor = Visitor.atDesk(browser, product.frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            pause();
            chat.asks("Was I away?");
            chat.seesTheEnd();
            pause();
            chat.writes("And now?");
            assertThat(chat.questions()).hasCount(2);
            chat.seesTheEnd();
            pause();
            chat.page().reload();
            assertThat(chat.questions()).hasCount(2);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void signingOutAfterALongPauseEndsTheSessionForAnOldCookieToo(Browser browser) {
        try (var visitor = Visitor.atDesk(browser, product.frontend())) {
            var page = SignInPage.newcomer(visitor);
            var cookies = visitor.context().cookies();
            pause();
            signOut(page);
            visitor.context()
                    .addCookies(cookies.stream().map(LongPauseTest::again).toList());

            page.navigate(visitor.site() + "/");

            assertThat(page).hasURL(SIGN_IN);
        }
    }

    @Test
    void whoseSessionWasEndedElsewhereKeepsTheWordsAndIsLedToTheSignIn(Browser browser) {
        try (var visitor = Visitor.atDesk(browser, product.frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.asks("Before the end");
            chat.seesTheEnd();
            signOut(visitor.open("/"));

            chat.writes("After the end");

            assertThat(chat.page().locator(".failed-send")).containsText("signed out");
            assertThat(chat.composer()).hasValue("After the end");
            signOut(chat.page());
        }
    }

    /** A token that was made after the browser's is refused: so the browser's has expired as well. */
    private static void pause() {
        var younger = Api.anonymous(product.backend()).as(Setup.signIn(product));
        Await.holds(
                "the end of an access token",
                Duration.ofSeconds(30),
                () -> younger.get("/api/users/me").status() == 401);
    }

    private static void signOut(Page page) {
        for (var name : List.of("Account", "Sign out")) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                    .click();
        }
        assertThat(page).hasURL(SIGN_IN);
    }

    private static Cookie again(Cookie cookie) {
        return new Cookie(cookie.name, cookie.value).setUrl(product.frontend().toString());
    }
}
