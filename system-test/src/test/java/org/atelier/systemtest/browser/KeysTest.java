package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What lies over the chat: reached by keys, accessible to everybody. */
@OnSharedSite
@ExtendWith(Chromium.class)
class KeysTest {
    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void everythingIsFoundWithTheKeyboardAlone(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.asks("What can a harbour teach a gardener?");
            chat.seesTheEnd();
            var page = visitor.open("/");

            finds(page, "gardener", "What can a harbour");
            page.waitForURL(Pattern.compile("/chat\\?c="));
            finds(page, "heron", "Atelier Demo: Heron");
            assertThat(page.locator("#model-name")).hasText("Atelier Demo: Heron");
            finds(page, "keyboard", "Keyboard shortcuts");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Keyboard shortcuts")))
                    .isVisible();
            page.keyboard().press("Escape");
            finds(page, "new chat", "New chat");
            page.waitForURL(visitor.site() + "/");
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void administratorsFindTheirPagesToo(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            SignInPage.administrator(visitor);
            var page = visitor.open("/");
            finds(page, "backups", "Backups");
            page.waitForURL(visitor.site() + "/admin/backups");
            visitor.hasNothingToComplainAbout();
        }
    }

    private static void finds(Page page, String words, String what) {
        page.keyboard().press("Control+k");
        var find =
                page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find chats, models and pages"));
        find.fill(words);
        assertThat(page.locator("#palette-list .option.active")).containsText(what);
        assertThat(page.locator("#palette-list .option")).hasCount(1);
        find.press("Enter");
    }

    @Test
    void enterBreaksTheLineForWhoWantsIt(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.page().keyboard().press("Control+/");
            chat.page().getByLabel("Enter breaks the line").check();
            chat.page().keyboard().press("Escape");
            chat.page().reload();
            chat.composer().fill("First line");
            chat.composer().press("Enter");
            chat.page().keyboard().type("second line");
            assertThat(chat.composer()).hasValue("First line\nsecond line");
            chat.composer().press("Control+Enter");
            assertThat(chat.page().locator(".message.user")).containsText("second line");
            chat.seesTheEnd();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void dialogsAndMenusAreAccessibleInTheLight(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            areAccessible(visitor);
        }
    }

    @Test
    void dialogsAndMenusAreAccessibleInTheDark(Site site, Browser browser) {
        try (var visitor = Visitor.inTheDark(browser, site.product().frontend())) {
            areAccessible(visitor);
        }
    }

    private static void areAccessible(Visitor visitor) {
        var chat = new ChatPage(SignInPage.newcomer(visitor));
        chat.asks("What can a harbour teach a gardener?");
        chat.seesTheEnd();
        var page = chat.page();
        page.keyboard().press("Control+/");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Keyboard shortcuts")))
                .isVisible();
        isAccessible(page, "the keys");
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette-list .option").first()).isVisible();
        isAccessible(page, "the palette");
        page.keyboard().press("Escape");
        chat.button("Chat settings").click();
        assertThat(page.getByLabel("Instructions")).isVisible();
        isAccessible(page, "the settings");
        page.keyboard().press("Escape");
        page.getByLabel("Search chats").fill("gardener");
        assertThat(page.locator(".row mark").first()).isVisible();
        page.locator(".row").getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.MENU)).isVisible();
        isAccessible(page, "a search with a menu");
        page.keyboard().press("Escape");
        page.locator(".message.user").getByLabel("Edit").click();
        assertThat(page.locator(".rewording")).isVisible();
        isAccessible(page, "a message that is edited");
    }

    private static void isAccessible(Page page, String name) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("axe on %s", name)
                .isEmpty();
    }
}
