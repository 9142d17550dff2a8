package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A question in other words and another answer are branches; the shown one is remembered. */
@OnSharedSite
@ExtendWith(Chromium.class)
class BranchTest {

    @Test
    void anEditedQuestionIsABranchThatCanBeLeftAndFoundAgain(Site site, Browser browser) {
        site.administrator();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.chooses(Models.QUICK);
            chat.asks("A first question");
            chat.seesTheEnd();
            chat.asks("A second question");
            assertThat(messages(chat)).hasCount(4);
            chat.seesTheEnd();

            questions(chat).first().hover();
            questions(chat).first().getByLabel("Edit").click();
            reword(chat, "A better question");
            assertThat(messages(chat)).hasCount(2);
            assertThat(questions(chat).first()).containsText("2 / 2");
            chat.seesTheEnd();
            chat.button("Answer again").click();
            assertThat(messages(chat).last()).containsText("2 / 2");
            chat.seesTheEnd();

            questions(chat).first().getByLabel("Previous version").click();
            assertThat(messages(chat)).hasCount(4);
            assertThat(questions(chat).last()).containsText("A second question");
            chat.page().reload();
            assertThat(questions(chat).last()).containsText("A second question");
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void arrowUpInAnEmptyComposerEditsTheLastMessage(Site site, Browser browser) {
        site.administrator();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.chooses(Models.QUICK);
            chat.asks("A frist question");
            chat.seesTheEnd();

            chat.composer().press("ArrowUp");
            reword(chat, "A first question");

            assertThat(questions(chat)).hasCount(1);
            assertThat(questions(chat)).containsText("A first question");
            assertThat(questions(chat)).containsText("2 / 2");
            chat.seesTheEnd();
            visitor.hasNothingToComplainAbout();
        }
    }

    private static void reword(ChatPage chat, String words) {
        var place = chat.page().locator(".rewording").getByRole(AriaRole.TEXTBOX);
        place.fill(words);
        place.press("Enter");
        assertThat(place).hasCount(0);
    }

    private static Locator messages(ChatPage chat) {
        return chat.page().locator(".message");
    }

    private static Locator questions(ChatPage chat) {
        return chat.page().locator(".message.user");
    }
}
