package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Conversation;
import org.atelier.systemtest.rest.Models;
import org.atelier.systemtest.rest.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was typed outlives the sign-in under which it was typed, for the one who typed it. */
@OnSharedSite
@ExtendWith(Chromium.class)
class DraftTest {
    private static final String WORDS = "What a heron thinks\nof the harbour";

    @Test
    void whatWasTypedIsThereAgainWhenTheSessionEndedBeforeItWasSent(Site site, Browser browser) {
        var person = site.person();
        var conversation = Conversation.of(person.api(), Models.QUICK);
        var path = "/chat?c=" + conversation.id();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(HostileStreamTest.signedIn(visitor, person, path));
            chat.composer().fill(WORDS);
            endSessions(site, person);

            chat.composer().press("Enter");

            var failure = chat.page().locator(".failed-send");
            assertThat(failure).containsText(ChatPage.ANYTHING);
            assertThat(chat.composer()).hasValue(WORDS);
            failure.getByRole(AriaRole.LINK).click();
            signsInAgain(visitor, chat.page(), person, path);
            assertThat(chat.composer()).hasValue(WORDS);
            chat.composer().press("Enter");
            chat.seesTheEnd();
            assertThat(chat.questions().locator(".said")).hasText(new String[] {WORDS});
        }
    }

    @Test
    void andWhenItIsFoundOutByAReload(Site site, Browser browser) {
        var person = site.person();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(HostileStreamTest.signedIn(visitor, person, "/chat"));
            chat.composer().fill(WORDS);
            endSessions(site, person);

            chat.page().reload();

            assertThat(chat.composer()).hasValue(WORDS);
            toSignIn(chat.page());
            signsInAgain(visitor, chat.page(), person, "/chat");
            assertThat(chat.composer()).hasValue(WORDS);
            endSessions(site, person);
            chat.page().reload();
            toSignIn(chat.page());
            signsInAgain(visitor, chat.page(), site.person(), "/chat");
            assertThat(chat.composer()).hasValue("");
        }
    }

    private static void endSessions(Site site, Person person) {
        var id = person.elsewhere().get("/api/users/me").json().path("id").asText();
        site.administrator()
                .send("DELETE", "/api/users/" + id + "/sessions", null)
                .expect(204);
    }

    /** What the page offers as soon as the server has said that nobody is signed in. */
    private static void toSignIn(Page page) {
        page.locator("a[href^='/signin?next=']").first().click();
    }

    private static void signsInAgain(Visitor visitor, Page page, Person person, String path) {
        page.waitForURL(Pattern.compile("/signin\\?next="));
        new SignInPage(page).fills(person.who(), "Sign in");
        page.waitForURL(visitor.site() + path);
    }
}
