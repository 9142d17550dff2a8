package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Conversation;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happened on another device while this tab heard nothing is there as soon as it hears again. */
@OnSharedSite
@ExtendWith(Chromium.class)
class LostConnectionTest {
    private static final String NEWS = "GET /bff/events";

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void aTabWhoseConnectionBrokeShowsWhatItMissed(Site site, Browser browser) throws IOException {
        var who = SignInPage.somebodyNew();
        var conversation = Conversation.of(site.anonymous().registered(who), Models.QUICK);
        try (var wire = Wire.to(site.product().frontendPort());
                var visitor = Visitor.atDesk(browser, wire.site())) {
            var chat = opened(visitor, who, conversation);
            Await.holds("the connection for news", Duration.ofSeconds(30), () -> wire.carrying(NEWS) == 1);

            wire.breaks(NEWS);
            askElsewhere(conversation);
            wire.mend();

            assertThat(chat.questions()).hasCount(1);
            chat.seesTheEnd();
        }
    }

    @Test
    void aTabThatCouldNotConnectAtOnceShowsWhatItMissed(Site site, Browser browser) throws IOException {
        var who = SignInPage.somebodyNew();
        var conversation = Conversation.of(site.anonymous().registered(who), Models.QUICK);
        try (var wire = Wire.to(site.product().frontendPort());
                var visitor = Visitor.atDesk(browser, wire.site())) {
            wire.breaks(NEWS);
            var chat = opened(visitor, who, conversation);
            assertThat(chat.page().locator("#empty")).isVisible();

            askElsewhere(conversation);
            wire.mend();

            assertThat(chat.questions()).hasCount(1);
            chat.seesTheEnd();
        }
    }

    @Test
    void aTabWhoseConnectionBrokeBeforeItsFirstEventShowsWhatItMissed(Site site, Browser browser) throws IOException {
        var who = SignInPage.somebodyNew();
        var conversation = Conversation.of(site.anonymous().registered(who), Models.QUICK);
        try (var wire = Wire.to(site.product().frontendPort());
                var visitor = Visitor.atDesk(browser, wire.site())) {
            wire.breaksAfterHeaders(NEWS);
            var chat = opened(visitor, who, conversation);
            assertThat(chat.page().locator("#empty")).isVisible();

            askElsewhere(conversation);
            wire.mend();

            assertThat(chat.questions()).hasCount(1);
            chat.seesTheEnd();
        }
    }

    private static ChatPage opened(Visitor visitor, Map<String, String> who, Conversation conversation) {
        var path = "/chat?c=" + conversation.id();
        var page = visitor.open(path);
        new SignInPage(page).fills(who, "Sign in");
        page.waitForURL(visitor.site() + path);
        return new ChatPage(page);
    }

    private static void askElsewhere(Conversation conversation) {
        var answer = conversation.ask("What is a wren?");
        Await.holds(
                "the end of the answer",
                Duration.ofSeconds(60),
                () -> conversation.message(answer).path("status").asText().equals("complete"));
    }
}
