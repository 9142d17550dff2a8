package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People and the audit: the pages without a script, and that what is decided holds from the next request on. */
@OnOwnProduct
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationOfPeopleTest {
    private Product product;
    private Api administrator;

    @BeforeAll
    void start(@TempDir Path folder) {
        product = Product.start(folder.resolve("data"), Map.of("SIGN_UP", "approval"));
        administrator = Setup.overApi(product);
    }

    @AfterAll
    void stop() {
        product.close();
    }

    private static Page signedIn(Visitor visitor, String path) {
        SignInPage.administrator(visitor);
        return visitor.open(path);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void said(Page page, String text) {
        assertThat(page.getByText(text)).isVisible();
    }

    @Test
    void aPersonIsApprovedLimitedPromotedSignedOutAndDeletedWithoutScript(Browser browser) {
        var who = Map.of("email", "waits@example.org", "password", "a long enough phrase");
        var anonymous = Api.anonymous(product.backend());
        anonymous.post("/api/auth/register", who).expect(201);
        anonymous.post("/api/auth/login", who).expect(403);
        try (var visitor = Visitor.withoutScript(browser, product.frontend())) {
            var page = signedIn(visitor, "/admin/users");
            assertThat(page.locator(".pages .count")).containsText("1");
            button(page, "Approve: waits@example.org").click();
            said(page, "Done. It holds from the next request on.");
            assertThat(page.locator(".pages .count")).hasCount(0);
            var api = anonymous.as(
                    anonymous.signIn(who).json().path("access_token").asText());
            api.get("/api/admin/audit").expect(403);

            page.getByLabel("Name or e-mail").fill("WAITS@");
            button(page, "Show").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody th a").click();
            page.getByLabel("Amount in US dollars").fill("7,50");
            page.locator("select[name=budget]").selectOption("own");
            button(page, "Save the budget").click();
            said(page, "The budget has changed.");
            assertThat(api.get("/api/users/me/usage").json().path("left").asText())
                    .isEqualTo("7.5");
            button(page, "Make an administrator").click();
            said(page, "The role has changed. It holds from the next request on.");
            api.get("/api/admin/audit").expect(200);
            button(page, "Make a user").click();
            api.get("/api/admin/audit").expect(403);

            button(page, "Make a link").click();
            assertThat(page.locator(".link code")).containsText("/reset?token=");
            button(page, "Sign out everywhere").click();
            said(page, "That person is signed out everywhere.");
            api.get("/api/users/me").expect(401);

            page.getByText("See what would go").click();
            said(page, "Delete the account of waits@example.org?");
            button(page, "Delete for good").click();
            said(page, "The account is gone, with everything that belonged to it.");
            anonymous.post("/api/auth/login", who).expect(401);
            var left = administrator
                    .get("/api/admin/audit?limit=100&action=budget.changed")
                    .body();
            assertThat(left).contains("7.5").doesNotContain("waits@");
        }
    }

    @Test
    void theLastAdministratorStaysAndSomebodyMadeGetsALinkOnce(Browser browser) {
        try (var visitor = Visitor.withoutScript(browser, product.frontend())) {
            var page = signedIn(visitor, "/admin/users?q=" + Site.ADMINISTRATOR.get("email"));
            page.locator("tbody th a").click();
            button(page, "Disable").click();
            said(page, "This is the last administrator. Make somebody else one first.");
            administrator.get("/api/users/me").expect(200);

            page.navigate(visitor.site() + "/admin/users");
            page.getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true))
                    .fill("made@example.org");
            button(page, "Create").click();
            var link = page.locator(".link code").textContent();
            assertThat(link).contains("/reset?token=");
            page.navigate(visitor.site() + "/admin/users");
            assertThat(page.locator(".link code")).hasCount(0);
            Api.anonymous(product.backend())
                    .post(
                            "/api/auth/password-reset",
                            Map.of("token", link.replaceFirst(".*token=", ""), "new_password", "a long enough phrase"))
                    .expect(204);
        }
    }

    @Test
    void whatHappenedIsFoundAndExportedWithoutAnySecret(Browser browser) {
        var person = Person.madeBy(administrator);
        var anonymous = Api.anonymous(product.backend());
        anonymous
                .post("/api/auth/login", Map.of("email", "=cmd()@example.org", "password", "a wrong long phrase"))
                .expect(401);
        person.api().post("/api/auth/logout", Map.of()).expect(204);
        try (var visitor = Visitor.withoutScript(browser, product.frontend())) {
            var page = signedIn(visitor, "/admin/audit?action=sign-in-failed&q=cmd");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody tr")).containsText("=cmd()@example.org");
            page.navigate(visitor.site() + "/admin/audit?action=sign-out");
            assertThat(page.locator("tbody tr").first())
                    .containsText(person.who().get("email"));
            var file =
                    page.waitForDownload(() -> page.getByText("Export as CSV").click());
            assertThat(file.failure()).isNull();
        }
        var csv = administrator.get("/api/admin/audit?format=csv").expect(200).body();
        assertThat(csv)
                .contains("sign-in-failed", "account.created", "password.changed", "'=cmd()@example.org")
                .doesNotContain(",=cmd", "a long enough phrase", "a wrong long phrase", "token=");
        administrator.get("/api/admin/audit?action=nothing").expect(422);
        administrator.get("/api/admin/audit?cursor=x").expect(422);
    }

    @Test
    void thePagesAreReadableByEverybodyInTheLightAndInTheDark(Browser browser) {
        var person = Person.madeBy(administrator).id();
        var paths = List.of(
                "/admin/users",
                "/admin/users?q=nobody-is-called-that",
                "/admin/user?id=" + person,
                "/admin/user?id=" + person + "&delete=ask",
                "/admin/audit");
        ReadablePages.areReadable(browser, product.frontend(), paths);
    }
}
