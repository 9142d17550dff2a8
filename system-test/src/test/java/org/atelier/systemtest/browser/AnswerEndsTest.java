package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How an answer thinks, how it ends, and what one can do about it. */
@OnSharedSite
@ExtendWith(Chromium.class)
class AnswerEndsTest {
    private static final String THINKING = "Atelier Demo: Heron";

    /** Notes for the test whether the passing words were there. */
    private static final String WATCH =
            "new MutationObserver(() => { if (/Thinking… \\d+ s/.test(document.body.innerText)) window.thinkingWasSeen = true })"
                    + ".observe(document.body, { subtree: true, childList: true, characterData: true })";

    @Test
    void thinkingIsCountedAndToldAfterwardsAlsoAfterAReload(Site site, Browser browser) {
        site.administrator();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = SignInPage.newcomer(visitor);
            page.navigate(visitor.site() + "/chat");
            var chat = new ChatPage(page);
            chat.chooses(THINKING);
            page.evaluate(WATCH);
            chat.asks("Think about larks and wrens.");
            chat.seesTheEnd();
            assertThat(page.evaluate("window.thinkingWasSeen")).isEqualTo(true);
            var thought = page.getByText(Pattern.compile("Thought for \\d+ s"));
            assertThat(thought).isVisible();

            page.reload();

            thought.click();
            assertThat(page.getByText("The person wrote")).isVisible();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void whatTheLengthCutGoesOn(Site site, Browser browser) {
        site.administrator();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = SignInPage.newcomer(visitor);
            page.navigate(visitor.site() + "/chat");
            var chat = new ChatPage(page);
            chat.button("Chat settings").click();
            page.getByLabel("Longest answer").fill("9");
            chat.button("Save").click();
            chat.asks("What can a harbour teach a gardener?");
            chat.button("Continue").click();

            assertThat(page.locator(".message")).hasCount(4);
            assertThat(page.locator(".message.user").last()).containsText("Go on exactly where you stopped.");
            assertThat(chat.button("Continue")).hasCount(1);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void whereTheProviderFailsAnotherModelAnswers(Site site, Browser browser) {
        site.administrator();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.chooses("fault/503");
            chat.asks("Will it fail?");
            assertThat(chat.button("Try again")).isVisible();

            chat.button("Other model").click();
            chat.picks(Models.QUICK);

            assertThat(chat.answer()).containsText("word");
            assertThat(chat.page().locator(".message.assistant")).containsText("2 / 2");
            chat.seesTheEnd();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void aChatWhoseModelIsGoneAsksForAnotherAndGoesOn(Site site, Browser browser) {
        site.administrator();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.chooses(Models.QUICK);
            chat.asks("A first question");
            chat.seesTheEnd();
            // The provider lists it no more.
            chat.page().route("**/bff/ai/models*", route -> {
                var list = route.fetch();
                var without =
                        list.text().replaceAll("(\"id\":\"" + Models.QUICK + "\".*?\"available\":)true", "$1false");
                route.fulfill(new Route.FulfillOptions().setResponse(list).setBody(without));
            });
            chat.page().reload();
            assertThat(chat.page().getByText("is not available any more")).isVisible();
            chat.composer().fill("A second question");
            chat.composer().press("Enter");
            chat.picks("Atelier Demo: Finch");

            assertThat(chat.page().getByText("is not available any more")).isHidden();
            assertThat(chat.page().locator(".message")).hasCount(4);
            assertThat(chat.answer()).containsText("Demo answer");
            chat.seesTheEnd();
        }
    }
}
