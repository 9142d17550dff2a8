package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Conversation;
import org.atelier.systemtest.rest.EventStream.Event;
import org.atelier.systemtest.rest.Person;
import org.atelier.systemtest.rest.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Foreign text does nothing while it comes either, a few letters at a time, and leaves as the same letters. */
@OnSharedSite
@ExtendWith(Chromium.class)
class HostileStreamTest {
    /** Says what it was asked, three letters at a time. */
    private static final String ECHO = "bench/echo";

    @Test
    void nothingOfAnAnswerRunsWhileItComesInPieces(Site site, Browser browser) {
        var person = site.person();
        var conversation = Conversation.of(person.api(), ECHO);
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = signedIn(visitor, person, "/chat?c=" + conversation.id());
            var watched = Hostile.on(visitor, page);
            for (var texts : Hostile.portions()) {
                var newest = "";
                for (var text : texts) {
                    newest = says(conversation, text);
                }
                assertThat(page.locator("[data-message-id='" + newest + "'][aria-busy='false']"))
                        .hasCount(1);
                assertThat(page.locator(".message[aria-busy='true']")).hasCount(0);
                watched.leftNothingIn(".message");
            }
            exports(site, conversation, page);
            watched.leftNothingIn(".message");
        }
    }

    @Test
    void aPageLivesThroughAnAnswerThatIsMadeToTakeForEver(Site site, Browser browser) {
        var person = site.person();
        var conversation = Conversation.of(person.api(), ECHO);
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = signedIn(visitor, person, "/chat?c=" + conversation.id());
            for (var text : List.of("[a](\"".repeat(4_000), "- ".repeat(10_000), "x".repeat(399_000))) {
                says(conversation, text);
            }
            assertThat(page.locator(".message.assistant[aria-busy='false']")).hasCount(3);
            var composer = new ChatPage(page).composer();
            composer.fill("Still here");
            assertThat(composer).hasValue("Still here");
        }
    }

    /** @return the answer, which repeats the text piece by piece */
    private static String says(Conversation conversation, String text) {
        var answer = conversation.ask(text);
        try (var events = conversation.events(answer, "")) {
            events.until(Event::ends);
        }
        assertThat(conversation.message(answer).path("content").asText()).isEqualTo(text);
        return answer;
    }

    static Page signedIn(Visitor visitor, Person person, String path) {
        var page = visitor.open("/signin");
        new SignInPage(page).fills(person.who(), "Sign in");
        page.waitForURL(visitor.site() + "/");
        page.navigate(visitor.site() + path);
        return page;
    }

    private static void exports(Site site, Conversation conversation, Page page) {
        var title = "../../<b>\"x\"\u202egnp.exe; filename=evil.html";
        conversation
                .owner()
                .send("PATCH", conversation.path(), Map.of("title", title))
                .expect(200);
        var bff = site.product().frontend() + conversation.path().replace("/api/", "/bff/") + "/export?format=";
        var markdown = page.request().get(bff + "markdown");
        assertThat(file(markdown)).isEqualTo("text/markdown");
        assertThat(new String(markdown.body(), StandardCharsets.UTF_8)).contains(Hostile.texts());
        var json = page.request().get(bff + "json");
        assertThat(file(json)).isEqualTo("application/json");
        assertThat(Reply.tree(json.text()).findValuesAsText("content")).containsAll(Hostile.texts());
    }

    /** @return its type; a browser saves it and shows nothing */
    private static String file(APIResponse response) {
        var headers = response.headers();
        assertThat(headers.get("content-disposition"))
                .startsWith("attachment;")
                .doesNotContain("..", "<", "\u202e", "/");
        assertThat(headers.get("x-content-type-options")).isEqualTo("nosniff");
        return headers.get("content-type").replaceFirst(";.*", "");
    }
}
