package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Models;
import org.atelier.systemtest.rest.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The keys of an account in the browser, with and without script. */
@OnSharedSite
@ExtendWith(Chromium.class)
class ApiKeysTest {
    private Person person;

    @BeforeEach
    void havePerson(Site site) {
        person = site.person();
    }

    @Test
    void aKeyIsMadeShownOnceUsedAndRevoked(Site site, Browser browser) {
        try (var visitor = Visitor.inTheDark(browser, site.product().frontend())) {
            visitor.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = account(visitor);
            link(page, "New API key").click();
            assertThat(page.locator("#admin")).hasCount(0);
            page.locator("#keyName").fill("Nightly report");
            page.locator("#image").uncheck();
            page.locator("#amount").fill("2.5");
            page.locator("#period").selectOption("day");
            button(page, "Make the key").click();

            assertThat(page.locator("#secret")).isVisible();
            var secret = page.locator("#secret").inputValue();
            assertThat(page.url()).doesNotContain(secret);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            button(page, "Copy").click();
            assertThat(page.locator(".toast")).isVisible();
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(secret);
            var row = page.locator(".keys li");
            assertThat(row).containsText("Nightly report");
            assertThat(row).containsText(secret.substring(0, 10) + "…");
            assertThat(row).containsText("Read, Text, Videos");
            assertThat(row).containsText("Spent today: $0.00 of $2.50");
            assertThat(row).containsText("Never used");

            var key = Api.anonymous(site.product().backend()).as(secret);
            var asked = Map.of("model", Models.QUICK, "prompt", "Hello");
            key.post("/api/generate/text", asked).expect(200);
            key.post("/api/generate/image", asked).expect(403);
            page.reload();
            assertThat(page.locator("#secret")).hasCount(0);
            assertThat(page.content()).doesNotContain(secret);
            assertThat(row).containsText("Last used");

            button(page, "Revoke: Nightly report").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Revoked.");
            assertThat(row).hasCount(0);
            key.get("/api/users/me").expect(401);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void allOfItIsDoneWithoutScriptAndSaysWhatIsWrong(Site site, Browser browser) {
        person.api().send("PATCH", "/api/users/me", Map.of("language", "de")).expect(200);
        try (var visitor = Visitor.withoutScript(browser, site.product().frontend())) {
            var page = account(visitor);
            link(page, "Neuer API-Schlüssel").click();
            List.of("read", "text", "image", "video")
                    .forEach(scope -> page.locator("#" + scope).uncheck());
            page.locator("#keyName").fill("Bericht");
            page.locator("#amount").fill("viel");
            button(page, "Schlüssel erstellen").click();
            assertThat(page.getByText("Wähle mindestens eines, das du selbst darfst."))
                    .isVisible();
            assertThat(page.getByText("Bitte gib einen Betrag")).isVisible();
            page.locator("#text").check();
            page.locator("#amount").fill("2,50");
            button(page, "Schlüssel erstellen").click();

            var secret = page.locator("#secret").inputValue();
            assertThat(page.locator(".keys li")).containsText("von 2,50");
            assertThat(visitor.context().cookies().stream().noneMatch(cookie -> cookie.name.contains("told")))
                    .isTrue();
            page.reload();
            assertThat(page.locator("#secret")).hasCount(0);
            var key = Api.anonymous(site.product().backend()).as(secret);
            key.get("/api/users/me").expect(200);
            button(page, "Widerrufen: Bericht").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Widerrufen.");
            key.get("/api/users/me").expect(401);
        }
    }

    private Page account(Visitor visitor) {
        var page = visitor.open("/signin");
        new SignInPage(page).fills(person.who(), "Sign in");
        page.waitForURL(visitor.site() + "/");
        page.navigate(visitor.site() + "/account");
        return page;
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
