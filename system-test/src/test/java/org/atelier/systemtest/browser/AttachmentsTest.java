package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A picture goes along with a message, to a model that sees it. */
@OnSharedSite
@ExtendWith(Chromium.class)
class AttachmentsTest {
    private static final String SEES = "Owl";
    private static final FilePayload SKETCH = new FilePayload("sketch.png", "image/png", ImagesTest.picture());

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void whatIsAttachedSurvivesAReloadAndIsSeen(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = SignInPage.newcomer(visitor);
            page.navigate(visitor.site() + "/chat");
            var chat = new ChatPage(page);
            chat.chooses(SEES);
            attaches(page, 1);
            chat.composer().fill("What is this?");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

            page.reload();
            assertThat(chips(page)).hasCount(1);
            assertThat(page.locator(".chip img")).hasAttribute("alt", "sketch");
            assertThat(chat.composer()).hasValue("What is this?");
            assertThat(page.locator("#model-name")).containsText(SEES);
            assertThat(page.locator("#tray-note")).isHidden();

            chat.asks("What is this?");
            assertThat(chat.seesTheEnd()).contains("Your picture arrived: PNG, 320 × 200 pixels");
            assertThat(chips(page)).hasCount(0);
            assertThat(chat.questions().locator("img")).hasCount(1);

            page.reload();
            assertThat(chat.questions().locator("img")).hasCount(1);
            assertThat(chat.answer()).containsText("Your picture arrived");
            assertThat(chips(page)).hasCount(0);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void eachChatKeepsItsOwnAndWhatIsRemovedStaysAway(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = SignInPage.newcomer(visitor);
            page.navigate(visitor.site() + "/chat");
            var chat = new ChatPage(page);
            chat.chooses(SEES);
            chat.asks("Good morning");
            chat.seesTheEnd();
            var conversation = page.url();
            attaches(page, 1);
            attaches(page, 2);

            page.navigate(visitor.site() + "/chat");
            assertThat(page.locator("#model-name")).containsText(SEES);
            assertThat(chips(page)).hasCount(0);
            page.navigate(conversation);
            assertThat(chips(page)).hasCount(2);
            chat.button("Remove sketch").first().click();
            assertThat(chips(page)).hasCount(1);
            page.reload();
            assertThat(chips(page)).hasCount(1);
        }
    }

    @Test
    void thePictureOfTheStartPageSurvivesThere(Site site, Browser browser) {
        try (var visitor = Visitor.withPhone(browser, site.product().frontend())) {
            var page = SignInPage.newcomer(visitor);
            var chat = new ChatPage(page);
            chat.chooses(SEES);
            attaches(page, 1);
            page.reload();
            assertThat(chips(page)).hasCount(1);
            chat.composer().fill("What is this?");
            chat.button("Send").tap();
            assertThat(chat.questions().locator("img")).hasCount(1);
            assertThat(chat.answer()).containsText("Your picture arrived");

            page.navigate(visitor.site() + "/");
            assertThat(page.locator("#model-name")).containsText(SEES);
            assertThat(chips(page)).hasCount(0);
        }
    }

    private static void attaches(Page page, int expected) {
        page.locator("#tray-files").setInputFiles(SKETCH);
        assertThat(page.locator(".chip:not(.loading)")).hasCount(expected);
    }

    private static Locator chips(Page page) {
        return page.locator(".chip");
    }
}
