package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Foreign text is shown as text: it never runs, calls nobody, asks for nothing and covers nothing. */
@OnSharedSite
@ExtendWith(Chromium.class)
class HostileTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void nothingThatAModelOrAPersonWritesRunsOrCallsOut(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = answered(visitor);
            var page = chat.page();
            var watched = Hostile.on(visitor, page);
            for (var texts : Hostile.portions()) {
                opensWith(page, texts);
                page.locator(".message").first().scrollIntoViewIfNeeded();
                page.locator(".message").last().hover();
                watched.leftNothingIn(".message");
            }
            assertThat(page.url()).contains("/chat?c=");
            assertThat(chat.composer()).isVisible();
            chat.composer().fill("Still here");
            assertThat(chat.composer()).hasValue("Still here");
        }
    }

    @Test
    void whatIsMadeToTakeForEverIsShownAndThePageStaysUsable(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = answered(visitor);
            var page = chat.page();
            shows(
                    page,
                    List.of(
                            ">".repeat(10_000) + " deep",
                            "> ".repeat(10_000) + "deep",
                            "- ".repeat(10_000) + "list",
                            "[".repeat(10_000) + "x" + "](y)".repeat(10_000),
                            "[a](\"".repeat(4_000),
                            "*a **b ".repeat(3_000),
                            "`".repeat(3_000) + "x",
                            "<div>".repeat(3_000),
                            "\\[ a\n\n".repeat(10_000),
                            "x".repeat(1_000_000),
                            "*a **b ".repeat(140_000),
                            "$" + "{".repeat(10_000) + "$",
                            "$" + "x".repeat(100_000) + "$"));

            page.reload();

            assertThat(page.locator(".message")).hasCount(26);
            chat.composer().fill("Still here");
            assertThat(chat.composer()).hasValue("Still here");
        }
    }

    @Test
    void aLinkOpensInATabOfItsOwnThatKnowsNothingOfThePageAndSaysWhereItLeads(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = answered(visitor).page();
            visitor.context()
                    .route(
                            url -> !url.startsWith(visitor.site().toString()),
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/html")
                                    .setBody("<title>away</title>")));
            int clicked = 0;
            var shown = new StringBuilder();
            for (var texts : Hostile.portions()) {
                opensWith(page, texts);
                for (var link : page.locator(".message a[href^='http']").all()) {
                    opensApart(page, link);
                    clicked++;
                }
                shown.append(page.locator("main").textContent().replaceAll("\\s+", " "));
            }
            assertThat(clicked).isGreaterThan(5);
            assertThat(page.url()).contains("/chat?c=");
            assertThat(shown)
                    .contains("https://mybank.example/login (tracker.example)")
                    .contains("www.mybank.example (tracker.example)");
        }
    }

    private static void opensApart(Page page, Locator link) {
        var opened = page.waitForPopup(link::click);
        opened.waitForLoadState();
        assertThat(opened.evaluate("[String(window.opener), document.referrer]"))
                .isEqualTo(List.of("null", ""));
        assertThat(opened.url()).startsWith("https://");
        assertThat(link.getAttribute("title")).isEqualTo(opened.url());
        opened.close();
    }

    private static void opensWith(Page page, List<String> texts) {
        shows(page, texts);
        page.reload();
        assertThat(page.locator(".message")).hasCount(2 * texts.size());
    }

    private static ChatPage answered(Visitor visitor) {
        var chat = new ChatPage(SignInPage.newcomer(visitor));
        chat.chooses(Models.QUICK);
        chat.asks("What is a lark?");
        chat.seesTheEnd();
        return chat;
    }

    /** Each text as a question and as the answer to it, as if the server had them. */
    private static void shows(Page page, List<String> texts) {
        var newestFirst = new ArrayList<Map<String, Object>>();
        texts.forEach(text -> {
            newestFirst.add(message("user", text));
            newestFirst.add(message("assistant", text));
        });
        Collections.reverse(newestFirst);
        var body = new HashMap<String, Object>();
        body.put("items", newestFirst);
        body.put("next_cursor", null);
        page.route(
                "**/bff/conversations/*/messages?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json(body))));
    }

    private static Map<String, Object> message(String role, String content) {
        return Map.of(
                "id",
                UUID.randomUUID().toString(),
                "role",
                role,
                "content",
                content,
                "status",
                "complete",
                "model",
                content.substring(0, Math.min(200, content.length())),
                "created_at",
                "2026-11-26T12:00:00Z");
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
