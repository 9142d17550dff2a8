package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that shows what the API takes and gives; nothing in it comes from elsewhere, and nothing is inline. */
@OnSharedSite
@ExtendWith(Chromium.class)
class DescriptionTest {
    @Test
    void theDescriptionCanBeReadAndTried(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().backend())) {
            var page = visitor.open("/api/docs");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Atelier")))
                    .isVisible();
            page.locator("#operations-tag-Signing_in").click();
            page.locator("#operations-Signing_in-readSignInOptions").click();
            page.getByText("Try it out").click();
            page.getByText("Execute").click();

            assertThat(page.locator(".live-responses-table .response-col_status")
                            .last())
                    .containsText("200");
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void itFitsAPhone(Site site, Browser browser) {
        try (var visitor = Visitor.withPhone(browser, site.product().backend())) {
            var page = visitor.open("/api/docs");
            page.locator("#operations-tag-Text").click();
            page.locator("#operations-Text-chat").click();
            assertThat(page.locator(".responses-table").first()).isVisible();

            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .isEqualTo(false);
        }
    }

    @Test
    void itIsDarkWhereTheBrowserIs(Site site, Browser browser) {
        try (var visitor = Visitor.inTheDark(browser, site.product().backend())) {
            var page = visitor.open("/api/docs");
            assertThat(page.locator("#operations-tag-Signing_in")).isVisible();
            assertThat(page.locator("html")).hasClass("dark-mode");
            visitor.hasNothingToComplainAbout();
        }
    }
}
