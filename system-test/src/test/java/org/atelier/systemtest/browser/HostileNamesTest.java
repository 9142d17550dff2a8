package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names and wishes are shown letter by letter wherever they stand. */
@OnSharedSite
@ExtendWith(Chromium.class)
class HostileNamesTest {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TITLE = 200;
    private static final int ROWS_A_PAGE = 10;

    /** Each name costs two pages and each wish a picture, and all of them stand in the same places. */
    private static final int EVERY_SO_MANYTH = 3;

    @Test
    void titlesOfChatsAreLetters(Site site, Browser browser) {
        var person = site.person();
        var titles = Hostile.texts(LONGEST_TITLE).stream()
                .map(title -> title.replace("\n", " "))
                .toList();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = HostileStreamTest.signedIn(visitor, person, "/");
            var watched = Hostile.on(visitor, page);
            for (int at = 0; at < titles.size(); at++) {
                var made = person.api()
                        .post("/api/conversations", Map.of("title", titles.get(at)))
                        .expect(201);
                if (at % ROWS_A_PAGE == ROWS_A_PAGE - 1 || at == titles.size() - 1) {
                    page.navigate(
                            visitor.site() + "/chat?c=" + made.json().path("id").asText());
                    assertThat(page.locator("#title")).hasText(titles.get(at));
                    for (int row = 0; row <= at % ROWS_A_PAGE; row++) {
                        assertThat(page.locator(".row .name").nth(row)).hasText(titles.get(at - row));
                    }
                    watched.leftNothingIn(".row");
                    watched.leftNothingIn(".thread h1");
                }
            }
        }
    }

    @Test
    void theNameOfAPersonIsLetters(Site site, Browser browser) {
        var person = site.person();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = HostileStreamTest.signedIn(visitor, person, "/account");
            var watched = Hostile.on(visitor, page);
            for (var name : some(Hostile.texts(LONGEST_NAME))) {
                // Line breaks and characters that turn the direction are refused in a name.
                if (!name.contains("\n") && !name.contains("\u202e")) {
                    page.locator("#displayName").fill(name);
                    page.locator("#displayName").press("Enter");
                    assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("Saved.");
                    page.navigate(visitor.site() + "/account");
                    assertThat(page.locator("#displayName")).hasValue(name.strip());
                }
            }
            watched.didNothing();
        }
    }

    @Test
    void wishesForPicturesAndTheirNamesAreLetters(Site site, Browser browser) {
        var person = site.person();
        var texts = some(Hostile.texts());
        for (var text : texts) {
            var job = Pictures.make(person.api(), Pictures.QUICK, "prompt", text);
            var name = text.substring(0, Math.min(text.length(), LONGEST_NAME)).replace("\n", " ");
            var item = "/api/gallery/" + job.path("media").get(0).path("id").asText();
            person.api()
                    .send("PATCH", item, Map.of("title", name, "album", name))
                    .expect(200);
        }
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = HostileStreamTest.signedIn(visitor, person, "/images");
            var watched = Hostile.on(visitor, page);
            assertThat(page.locator(".job").first()).isVisible();
            watched.leftNothingIn(".job");
            page.navigate(visitor.site() + "/gallery");
            leafs(page, texts);
            watched.leftNothingIn("#grid");
            watched.leftNothingIn("#viewer");
        }
    }

    private static List<String> some(List<String> texts) {
        return IntStream.range(0, texts.size())
                .filter(at -> at % EVERY_SO_MANYTH == 0)
                .mapToObj(texts::get)
                .toList();
    }

    /** Through all of the gallery, one after the other, newest first. */
    private static void leafs(Page page, List<String> texts) {
        page.locator("#grid .open").first().click();
        for (int i = texts.size() - 1; i >= 0; i--) {
            assertThat(page.locator("#viewer-prompt")).hasText(texts.get(i));
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Next").setExact(true))
                    .or(page.locator("#viewer [data-act='next']"))
                    .first()
                    .press("Enter");
        }
    }
}
