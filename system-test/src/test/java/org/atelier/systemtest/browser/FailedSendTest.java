package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was typed survives whatever happens on its way, and is asked once. */
@OnSharedSite
@ExtendWith(Chromium.class)
class FailedSendTest {
    private static final String WORDS = "Do not lose these words.";

    private static final Route.FulfillOptions STILL_BUSY = new Route.FulfillOptions()
            .setStatus(409)
            .setContentType("application/problem+json")
            .setBody("{\"type\":\"/api/problems/conflict\",\"status\":409,\"detail\":\"Ask again in a moment.\"}");

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void whatCouldNotBeSentStaysThroughAReloadAndIsSentOnce(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = answeredOnce(visitor);
            chat.whileSending(Route::abort);
            chat.writes(WORDS);
            assertThat(chat.page().locator(".failed-send")).containsText(ChatPage.ANYTHING);
            assertThat(chat.composer()).hasValue(WORDS);
            assertThat(chat.questions()).hasCount(1);

            chat.page().reload();
            assertThat(chat.composer()).hasValue(WORDS);
            chat.writes(WORDS);
            assertThat(chat.page().locator(".failed-send")).containsText(ChatPage.ANYTHING);
            chat.page().unroute(ChatPage.SENDING);
            chat.button("Try again").click();

            assertThat(chat.page().locator(".message.assistant")).hasCount(2);
            assertThat(chat.composer()).hasValue("");
            chat.seesTheEnd();
            chat.page().reload();
            assertThat(chat.questions()).hasCount(2);
            assertThat(chat.composer()).hasValue("");
        }
    }

    @Test
    void whatArrivedWithoutAReceiptIsAskedOnce(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = answeredOnce(visitor);
            var attempts = new AtomicInteger();
            chat.whileSending(sent -> {
                switch (attempts.incrementAndGet()) {
                    case 1 -> {
                        sent.fetch();
                        sent.abort();
                    }
                    case 2 -> sent.fulfill(STILL_BUSY);
                    default -> sent.resume();
                }
            });
            chat.writes(WORDS);
            assertThat(chat.composer()).hasValue("");
            assertThat(chat.page().locator(".message.assistant")).hasCount(2);
            chat.seesTheEnd();
            chat.page().reload();
            assertThat(chat.questions()).hasCount(2);
        }
    }

    @Test
    void aFailedAnswerIsTriedAgainWhereItWasAsked(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.chooses("fault/200-empty");
            chat.asks(WORDS);
            assertThat(chat.button("Try again")).isVisible();
            chat.chooses(Models.QUICK);

            chat.button("Try again").click();

            chat.seesTheEnd();
            assertThat(chat.page().locator(".message.assistant")).hasCount(1);
            visitor.hasNothingToComplainAbout();
        }
    }

    private static ChatPage answeredOnce(Visitor visitor) {
        var chat = new ChatPage(SignInPage.newcomer(visitor));
        chat.chooses(Models.QUICK);
        chat.asks("What is a lark?");
        chat.seesTheEnd();
        return chat;
    }
}
