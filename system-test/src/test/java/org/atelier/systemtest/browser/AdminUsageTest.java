package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The overview and the usage of the administration: charts with tables, and lines that nobody knows the end of. */
@OnSharedSite
@ExtendWith(Chromium.class)
class AdminUsageTest {
    private static final String UNKNOWN = "fault/reset";
    private static final Duration SOON = Duration.ofMinutes(2);

    private static void asAdministrator(Visitor visitor, Site site) {
        site.administrator();
        SignInPage.administrator(visitor);
    }

    private static void ask(Api person, String model) {
        person.post(
                "/api/ai/chat", Map.of("model", model, "messages", List.of(Map.of("role", "user", "content", "Hi"))));
    }

    private static int unknown(Api administrator) {
        return administrator
                .get("/api/admin/ledger?outcome=unknown&settled=false&limit=100")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    @Test
    void moneyIsSeenInChartsWithTablesBeside(Site site, Browser browser) {
        ask(site.somebody(), Models.QUICK);
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            asAdministrator(visitor, site);
            var overview = visitor.open("/admin");
            assertThat(overview.locator("figure canvas")).hasCount(2);
            assertThat(overview.locator("figure canvas").first()).isVisible();
            assertThat(overview.locator(".beside").first()).not().hasAttribute("open", "open");
            ReadablePages.isReadable(overview);

            var usage = visitor.open("/admin/usage");
            assertThat(usage.locator("figure canvas")).isVisible();
            assertThat(usage.getByText("This is play money of the demonstration"))
                    .isVisible();
            by(usage).selectOption("model");
            usage.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Show").setExact(true))
                    .click();
            assertThat(usage.locator("#usage-table tbody th")
                            .getByText(Models.QUICK, new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
            ReadablePages.isReadable(usage);
            var file =
                    usage.waitForDownload(() -> usage.getByText("Download CSV").click());
            assertThat(file.suggestedFilename())
                    .startsWith("atelier-usage-by-model-")
                    .endsWith(".csv");
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void whatNobodyKnowsTheEndOfIsSettledWithoutScript(Site site, Browser browser) {
        var administrator = site.administrator();
        var before = unknown(administrator);
        ask(site.somebody(), UNKNOWN);
        Await.holds("its line in the ledger", SOON, () -> unknown(administrator) == before + 1);
        try (var visitor = Visitor.withoutScript(browser, site.product().frontend())) {
            asAdministrator(visitor, site);
            var page = visitor.open("/admin/usage?group_by=user");
            assertThat(page.locator("#usage-table tbody tr").first()).isVisible();
            var row = page.locator("tr:has(.settle)").first();
            assertThat(row).containsText(UNKNOWN);
            row.getByRole(AriaRole.TEXTBOX).fill("0,25");
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByRole(AriaRole.STATUS).getByText("Settled.")).isVisible();
            assertThat(by(page)).hasValue("user");
            assertThat(unknown(administrator)).isEqualTo(before);
        }
    }

    @Test
    void nobodyElseFindsThesePages(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            SignInPage.newcomer(visitor);
            for (var path : List.of(
                    "/admin",
                    "/admin/usage",
                    "/admin/usage.csv",
                    "/admin/usage/settle",
                    "/admin/status",
                    "/admin/status/purge")) {
                var page = visitor.context().newPage();
                assertThat(page.navigate(visitor.site() + path).status())
                        .as(path)
                        .isEqualTo(404);
                page.close();
            }
        }
    }

    private static Locator by(Page page) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("By").setExact(true));
    }
}
