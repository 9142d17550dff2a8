package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Foreign text is shown as text: it never runs, calls nobody, asks for nothing and covers nothing. */
@ExtendWith({OnSharedSite.class, Chromium.class})
class HostileTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What must not stand inside a message, whoever wrote it; buttons are our own. */
    private static final String FOREIGN = String.join(
            ", .message ",
            ".message script",
            "style",
            "iframe",
            "object",
            "embed",
            "form[action]",
            "input[name]",
            "base",
            "meta",
            "link",
            "video",
            "audio",
            "[style*=fixed]",
            "[onerror]",
            "[onload]",
            "[onclick]",
            "a[ping]",
            "img[src^='http']",
            "a[href^='javascript' i]",
            "a[href^='data' i]",
            "a[href^='vbscript' i]",
            "a[href^='file' i]");

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void nothingThatAModelOrAPersonWritesRunsOrCallsOut(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = answered(visitor);
            var page = chat.page();
            var called = listening(visitor, page);
            shows(page, cases());

            page.reload();

            assertThat(page.locator(".message")).hasCount(2 * cases().size());
            page.locator(".message").first().scrollIntoViewIfNeeded();
            page.locator(".message").last().hover();
            assertThat(page.locator(FOREIGN)).hasCount(0);
            assertThat(page.evaluate("window.hit ?? 'none'")).isEqualTo("none");
            assertThat(called).isEmpty();
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
                            ">".repeat(2_000) + " deep",
                            "[".repeat(5_000) + "x" + "](y)".repeat(100),
                            "*a **b ".repeat(1_000),
                            "`".repeat(3_000) + "x",
                            "<div>".repeat(3_000),
                            "- ".repeat(1_000) + "list",
                            "x".repeat(300_000),
                            "$" + "{".repeat(2_000) + "$"));

            page.reload();

            assertThat(page.locator(".message")).hasCount(16);
            chat.composer().fill("Still here");
            assertThat(chat.composer()).hasValue("Still here");
        }
    }

    private static ChatPage answered(Visitor visitor) {
        var chat = new ChatPage(SignInPage.newcomer(visitor));
        chat.chooses(Models.QUICK);
        chat.asks("What is a lark?");
        chat.seesTheEnd();
        return chat;
    }

    /** @return what leaves for anywhere but the site from now on */
    private static List<String> listening(Visitor visitor, Page page) {
        var called = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> {
            if (!request.url().startsWith(visitor.site().toString())
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                called.add(request.url());
            }
        });
        page.onDialog(dialog -> {
            called.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        return called;
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

    private static List<String> cases() {
        try (var file = HostileTextTest.class.getResourceAsStream("/hostile.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace("\\n", "\n")
                            .replace("\\u202e", "\u202e")
                            .replace("\\u2066", "\u2066"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
