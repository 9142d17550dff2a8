package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Films for those who have no mouse, or hear the page, or like it dark. */
@OnSharedSite
@ExtendWith(Chromium.class)
class FilmsForEverybodyTest {
    private static final String HERON = "A heron takes off from a misty lake";

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void theKeyboardAloneIsEnough(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var videos = VideosPage.of(visitor);
            var page = videos.page();
            assertThat(page.getByText("Something to try")).isVisible();
            assertThat(page.locator("#field-duration :checked")).hasCount(1);
            page.locator("#tries button")
                    .filter(new Locator.FilterOptions().setHasText("A hummingbird"))
                    .press("Enter");
            assertThat(videos.prompt()).isFocused();
            page.locator("#model").press("Enter");
            page.locator("[data-model='" + VideosPage.QUICK + "']").press("Enter");
            page.locator("#field-duration :checked").press("ArrowRight");
            videos.prompt().press("Enter");

            var card = videos.seesTheEnd("A hummingbird");
            assertThat(card.locator(".facts")).containsText("4 s");
            card.locator(".details-link").press("Enter");
            assertThat(page.locator("#job-detail")).isVisible();
            page.keyboard().press("Escape");
            assertThat(card.locator(".details-link")).isFocused();
        }
    }

    @Test
    void thePagesAreAccessibleWithFilmsInThem(Site site, Browser browser) {
        try (var light = Visitor.atDesk(browser, site.product().frontend());
                var dark = Visitor.inTheDark(browser, site.product().frontend());
                var phone = Visitor.withPhone(browser, site.product().frontend())) {
            for (var visitor : List.of(light, dark, phone)) {
                var videos = VideosPage.of(visitor);
                var page = videos.page();
                videos.choosesModel(VideosPage.QUICK);
                var card = videos.makes(HERON);
                GalleryTest.isAccessible(page, "/videos");
                card.locator(".details-link").click();
                assertThat(page.locator("#job-detail")).isVisible();
                GalleryTest.isAccessible(page, "/videos with a job's details");
                page.navigate(visitor.site() + "/gallery");
                assertThat(page.locator(".shot")).hasCount(1);
                GalleryTest.isAccessible(page, "/gallery with a film");
                page.locator(".shot .open").click();
                assertThat(page.locator("#viewer-film")).isVisible();
                GalleryTest.isAccessible(page, "the viewer with a film");
            }
        }
    }
}
