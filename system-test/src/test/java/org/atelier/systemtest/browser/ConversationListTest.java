package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody keeps order among many chats. */
@OnSharedSite
@ExtendWith(Chromium.class)
class ConversationListTest {
    private static final int MANY = 45;

    @Test
    void findsRenamesPinsAndDeletesWithUndo(Site site, Browser browser) {
        site.administrator();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.asks("What can a harbour teach a gardener?");
            chat.seesTheEnd();
            var list = new Chats(chat.page());

            list.finds("GARDENER");
            assertThat(list.row("harbour").locator("mark").first()).hasText("gardener");
            list.finds("nothing like that");
            assertThat(chat.page().getByText("No chat holds these words.")).isVisible();
            list.finds("");

            list.does("harbour", "Rename");
            chat.page().keyboard().type("Tides");
            chat.page().keyboard().press("Enter");
            assertThat(list.row("Tides")).isVisible();
            assertThat(chat.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Tides")))
                    .isVisible();
            list.does("Tides", "Pin to the top");
            assertThat(list.heading("Pinned")).isVisible();
            chat.page().reload();
            assertThat(list.heading("Pinned")).isVisible();

            list.does("Tides", "Delete");
            assertThat(chat.page().getByText("Your chats will be listed here.")).isVisible();
            chat.button("Undo").click();
            assertThat(list.row("Tides")).isVisible();
            assertThat(chat.answer()).containsText("harbour");
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void aListThatIsRefusedForNowComesALittleLater(Site site, Browser browser) {
        site.administrator();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = SignInPage.newcomer(visitor);
            page.evaluate(
                    "async () => { await fetch('/bff/conversations', { method: 'POST',"
                            + " headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ title: 'Tides' }) }) }");
            var refused = new AtomicInteger();
            page.route("**/bff/conversations?*", route -> {
                if (refused.incrementAndGet() > 2) {
                    route.resume();
                    return;
                }
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(429)
                        .setHeaders(Map.of("Retry-After", "1", "Content-Type", "application/problem+json"))
                        .setBody("{\"type\":\"/api/problems/too-many-requests\",\"status\":429}"));
            });
            page.navigate(visitor.site() + "/chat");
            assertThat(new Chats(page).row("Tides")).isVisible();
            assertThat(page.locator(".toast")).hasCount(0);
        }
    }

    @Test
    void moreComeWhileOneScrolls(Site site, Browser browser) {
        site.administrator();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = SignInPage.newcomer(visitor);
            page.evaluate(
                    "async (many) => { for (let i = 1; i <= many; i++) await fetch('/bff/conversations', { method: 'POST',"
                            + " headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ title: 'Chat ' + i + '.' }) }) }",
                    MANY);
            page.navigate(visitor.site() + "/chat");
            var list = new Chats(page);
            assertThat(list.row("Chat " + MANY + ".")).isVisible();
            assertThat(list.row("Chat 1.")).hasCount(0);

            // Not by a row, which is another one as soon as the list has been read again.
            page.locator("#conversations").evaluate("box => box.scrollTo(0, box.scrollHeight)");

            assertThat(list.row("Chat 1.")).hasCount(1);
            visitor.hasNothingToComplainAbout();
        }
    }

    /** The list on the left. */
    private record Chats(Page page) {
        Locator row(String title) {
            return page.locator(".row").filter(new Locator.FilterOptions().setHasText(title));
        }

        Locator heading(String name) {
            return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
        }

        void finds(String words) {
            page.getByLabel("Search chats").fill(words);
        }

        void does(String title, String what) {
            row(title).hover();
            row(title).getByRole(AriaRole.BUTTON).click();
            page.getByRole(
                            AriaRole.MENUITEM,
                            new Page.GetByRoleOptions().setName(what).setExact(true))
                    .click();
        }
    }
}
