package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In and out, with and without script. */
@OnSharedSite
@ExtendWith(Chromium.class)
class SignInTest {

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void whoIsSignedOutIsAskedToSignInAndThenGoesOn(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = visitor.open("/chat");
            assertThat(page).hasURL(java.util.regex.Pattern.compile("/signin\\?next="));

            new SignInPage(page).fills(Site.ADMINISTRATOR, "Sign in");

            assertThat(page).hasURL(visitor.site() + "/chat");
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void aWrongPasswordIsSaidSoAndTheAddressStays(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = visitor.open("/signin");

            new SignInPage(page).fills(Map.of("email", "admin@example.org", "password", "not the password"), "Sign in");

            assertThat(page.getByRole(AriaRole.LISTITEM).first()).containsText(ChatPage.ANYTHING);
            assertThat(page.getByLabel("E-mail")).hasValue("admin@example.org");
            assertThat(page.getByLabel("Password")).hasValue("");
        }
    }

    @Test
    void signingOutClosesTheHouse(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = SignInPage.newcomer(visitor);
            // What is still being asked for when somebody leaves is refused.
            assertThat(page.locator("#model-name")).containsText("Demo");
            page.getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Account"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(page).hasURL(java.util.regex.Pattern.compile("/signin"));

            page.navigate(visitor.site() + "/");

            assertThat(page).hasURL(java.util.regex.Pattern.compile("/signin"));
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void theEntranceWorksWithoutScript(Site site, Browser browser) {
        try (var visitor = Visitor.withoutScript(browser, site.product().frontend())) {
            var page = SignInPage.newcomer(visitor);

            assertThat(page.locator("noscript p")).containsText("Chat needs JavaScript");
        }
    }
}
