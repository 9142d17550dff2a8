package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of backups does what it says; what is in one is the business of {@code BackupTest}. */
@OnSharedSite
@ExtendWith(Chromium.class)
class AdministrationOfBackupsTest {
    private static final String BACKUPS = "/api/admin/backups";

    @Test
    void oneIsMadeShownByItselfAndDeletedAfterAQuestion(Site site, Browser browser) {
        var administrator = site.administrator();
        var before = administrator.get(BACKUPS).expect(200).json().path("items").findValuesAsText("state");
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            SignInPage.administrator(visitor);
            var page = visitor.open("/admin/backups");
            button(page, "Back up now").click();
            // The page looks again by itself when it has ended.
            var row = page.locator("tbody tr")
                    .filter(new Locator.FilterOptions().setHasText(Site.ADMINISTRATOR.get("email")));
            row.first().waitFor();
            assertThat(row.first()).containsText("Complete");
            assertThat(page.locator("tbody tr")).hasCount(before.size() + 1);

            var newest =
                    administrator.get(BACKUPS).expect(200).json().path("items").get(0);
            assertThat(newest.path("state").asText()).isEqualTo("complete");
            var id = newest.path("id").asText();
            assertThat(page.locator(".command").first()).containsText("bin/restore " + id);
            var question = "/admin/backups?delete=" + id;
            ReadablePages.areReadable(browser, site.product().frontend(), List.of("/admin/backups", question));

            page.navigate(visitor.site() + question);
            assertThat(page.getByText("Delete this backup?")).isVisible();
            administrator.get(BACKUPS + "/" + id).expect(200);
            button(page, "Delete").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The backup is deleted.");
            administrator.get(BACKUPS + "/" + id).expect(404);
            page.navigate(visitor.site() + question);
            assertThat(page.getByText("Delete this backup?")).hasCount(0);
            visitor.hasNothingToComplainAbout();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
