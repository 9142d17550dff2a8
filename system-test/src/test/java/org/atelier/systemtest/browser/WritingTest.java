package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Writing a message and reading what comes: nothing is sent too early, lost or told twice. */
@OnSharedSite
@ExtendWith(Chromium.class)
class WritingTest {
    private static final String RICH = "Show me a table, some code and a formula.";

    /** As an input method for Chinese, Japanese or Korean takes the key that ends a word. */
    private static final String COMPOSED_ENTER = "place => place.dispatchEvent(new KeyboardEvent('keydown',"
            + " { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))";

    /** Notes every text that screen readers are told. */
    private static final String LISTEN = "(() => { window.heard = []; const place = document.getElementById('spoken');"
            + " new MutationObserver(() => window.heard.push(place.textContent)).observe(place, { childList: true }) })()";

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void anInputMethodThatComposesSendsNothing(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.page().navigate(visitor.site() + "/chat");
            chat.composer().fill("にほんご");
            assertThat(chat.button("Send")).isEnabled();

            var untouched = chat.composer().evaluate(COMPOSED_ENTER);

            assertThat(untouched)
                    .as("whether the key was left to the input method")
                    .isEqualTo(true);
            assertThat(chat.composer()).hasValue("にほんご");
            assertThat(chat.questions()).hasCount(0);
            chat.composer().press("Enter");
            assertThat(chat.questions()).hasCount(1);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void aVeryLongTextIsThereAgainAfterAReload(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.page().navigate(visitor.site() + "/chat");
            var text = "four ".repeat(40_000).strip();
            chat.composer().fill(text);
            chat.composer().press("End");
            chat.page().keyboard().type("!");

            chat.page().reload();

            assertThat(chat.composer()).hasValue(text + "!");
            assertThat(chat.button("Send")).isInViewport();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void theViewStaysAtTheEndUntilOneScrolls(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = withARichAnswer(visitor);
            chat.writes(RICH);
            assertThat(chat.questions()).hasCount(2);
            chat.seesTheEnd();
            assertThat(chat.button("Answer again").last()).isInViewport();
            assertThat(chat.button("Jump to latest")).isHidden();

            chat.answer().hover();
            chat.page().mouse().wheel(0, -5_000);
            assertThat(chat.button("Answer again").last()).not().isInViewport();
            chat.button("Jump to latest").click();

            assertThat(chat.button("Answer again").last()).isInViewport();
            assertThat(chat.button("Jump to latest")).isHidden();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void whoScrollsUpBeforeTheAnswerBeginsIsNotPulledDown(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = withARichAnswer(visitor);
            var held = new AtomicReference<Route>();
            chat.whileSending(held::set);
            chat.writes(RICH);
            chat.page().waitForCondition(() -> held.get() != null);

            chat.answer().hover();
            chat.page().mouse().wheel(0, -5_000);
            assertThat(chat.button("Jump to latest")).isVisible();
            held.get().resume();
            chat.seesTheEnd();

            assertThat(chat.button("Jump to latest")).isVisible();
            assertThat(chat.button("Answer again").last()).not().isInViewport();
            visitor.hasNothingToComplainAbout();
        }
    }

    private static ChatPage withARichAnswer(Visitor visitor) {
        var chat = new ChatPage(SignInPage.newcomer(visitor));
        chat.asks(RICH);
        chat.seesTheEnd();
        return chat;
    }

    @Test
    void aScreenReaderHearsTheFinishedAnswerOnce(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.page().navigate(visitor.site() + "/chat");
            chat.page().evaluate(LISTEN);
            chat.asks("What can a harbour teach a gardener?");
            chat.seesTheEnd();

            assertThat(chat.page().locator("#spoken")).containsText("Answer finished: ");
            assertThat((List<?>) chat.page().evaluate("window.heard")).hasSize(1);
            assertThat(chat.page().locator("[aria-live] .prose, [role=log] .prose"))
                    .hasCount(0);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void codeIsWrappedOnWishAndMathComesOnlyWhenNeeded(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var loaded = new CopyOnWriteArrayList<String>();
            visitor.context().onRequest(request -> loaded.add(request.url()));
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.asks("What can a harbour teach a gardener?");
            chat.seesTheEnd();
            assertThat(loaded).noneMatch(url -> url.contains("katex"));
            chat.writes(RICH);
            assertThat(chat.page().locator(".math math").first()).isVisible();
            assertThat(loaded).anyMatch(url -> url.contains("katex"));
            chat.seesTheEnd();

            wrapsItsCode(chat.page(), chat);
            assertThat(chat.page().locator(".wide table").first()).isVisible();
            assertThat(chat.page().locator(".wide").first()).hasCSS("overflow-x", "auto");
            visitor.hasNothingToComplainAbout();
        }
    }

    private static void wrapsItsCode(Page page, ChatPage chat) {
        var code = page.locator(".code code").first();
        assertThat(page.locator(".code .language").first()).hasText(Pattern.compile("\\w+"));
        assertThat(code).hasCSS("white-space", "pre");
        chat.button("Wrap lines").first().click();
        assertThat(chat.button("Wrap lines").first()).hasAttribute("aria-pressed", "true");
        assertThat(code).hasCSS("white-space", "pre-wrap");
    }
}
