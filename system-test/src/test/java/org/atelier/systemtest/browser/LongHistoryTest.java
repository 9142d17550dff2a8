package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.atelier.systemtest.product.Folders;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody with years behind them opens, scrolls, searches and asks; what the page loads and holds stays bounded. */
@OnOwnProduct
@ExtendWith(Chromium.class)
class LongHistoryTest {
    /** A page of messages holds a million characters at most, or one message. */
    private static final long MOST_BYTES_OF_A_PAGE = 1_500_000;

    private static final int MOST_MESSAGES_SHOWN = 200;
    private static final int MOST_ROWS_LISTED = 150;

    private static Path folder;
    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        folder = Files.createTempDirectory("atelier-long-history");
        LongHistory.make(folder.resolve("data"));
        product = Product.start(folder.resolve("data"), Map.of());
    }

    @AfterAll
    static void stop() {
        try {
            if (product != null) {
                product.close();
            }
        } finally {
            Folders.delete(folder);
        }
    }

    @Test
    void tenThousandMessagesAreReadInPortionsUpAndDown(Browser browser) {
        try (var visitor = Visitor.atDesk(browser, product.frontend())) {
            var chat = opens(visitor, LongHistory.MANY_MESSAGES);
            var bytes = bytesOf(chat.page());
            var last = "Answer " + (LongHistory.MESSAGES / 2 - 1) + ".";
            assertThat(chat.answer()).hasText(last);

            var before = message(chat.page(), last);
            for (int question = LongHistory.MESSAGES / 2 - 20;
                    question > LongHistory.MESSAGES / 2 - 400;
                    question -= 20) {
                var sought = message(chat.page(), "Question " + question + "?");
                assertThat(sought).hasCount(1);
                assertThat(before).isInViewport();
                sought.scrollIntoViewIfNeeded();
                before = sought;
            }
            assertThat(chat.page().locator(".message").count()).isLessThan(MOST_MESSAGES_SHOWN);
            assertThat(message(chat.page(), last)).hasCount(0);
            assertThat(bytes.get()).isLessThan(MOST_BYTES_OF_A_PAGE);

            for (int question = LongHistory.MESSAGES / 2 - 310;
                    question < LongHistory.MESSAGES / 2 - 200;
                    question += 20) {
                // Not by the last message, which need not be there any more when it has been found.
                chat.page().locator("#scroll").evaluate("box => box.scrollTo(0, box.scrollHeight)");
                assertThat(message(chat.page(), "Question " + question + "?")).hasCount(1);
            }
            assertThat(chat.page().locator(".message").count()).isLessThan(MOST_MESSAGES_SHOWN);

            chat.button("Jump to latest").click();
            assertThat(message(chat.page(), last)).isInViewport();
            chat.asks("What comes after ten thousand?");
            chat.seesTheEnd();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void ofThirtySixMegabytesOnlyTheEndIsLoaded(Browser browser) {
        try (var visitor = Visitor.atDesk(browser, product.frontend())) {
            var page = signedIn(visitor);
            var bytes = bytesOf(page);
            page.navigate(visitor.site() + "/chat?c=" + LongHistory.MUCH_TEXT);
            var chat = new ChatPage(page);
            assertThat(chat.answer()).containsText("tides and harbours");
            assertThat(bytes.get()).isBetween(1L, 3 * MOST_BYTES_OF_A_PAGE);
            chat.asks("And in one word?");
            chat.seesTheEnd();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void fiveThousandChatsAreListedInPortionsAndSearched(Browser browser) {
        try (var visitor = Visitor.atDesk(browser, product.frontend())) {
            var page = signedIn(visitor);
            page.navigate(visitor.site() + "/chat");
            assertThat(row(page, "Chat number 4997.")).isVisible();
            assertThat(page.locator(".row").count()).isLessThan(MOST_ROWS_LISTED);
            // Not by a row, which is another one as soon as the list has been read again.
            page.locator("#conversations").evaluate("box => box.scrollTo(0, box.scrollHeight)");
            assertThat(row(page, "Chat number 4960.")).hasCount(1);

            page.getByLabel("Search chats").fill("number 1234.");
            assertThat(row(page, "Chat number 1234.")).isVisible();
            page.getByLabel("Search chats").fill("shone HELIOGRAPH");
            assertThat(row(page, "Ten thousand messages").locator("mark").first())
                    .hasText("heliograph");
            page.getByLabel("Search chats").fill("quetzalcoatlus");
            assertThat(page.getByText("No chat holds these words.")).isVisible();
            visitor.hasNothingToComplainAbout();
        }
    }

    private static ChatPage opens(Visitor visitor, UUID chat) {
        var page = signedIn(visitor);
        page.navigate(visitor.site() + "/chat?c=" + chat);
        return new ChatPage(page);
    }

    private static Page signedIn(Visitor visitor) {
        var page = visitor.open("/signin");
        new SignInPage(page).fills(LongHistory.PERSON, "Sign in");
        page.waitForURL(visitor.site() + "/");
        return page;
    }

    /** Counts what comes over the wire from now on as messages. */
    private static AtomicLong bytesOf(Page page) {
        var bytes = new AtomicLong();
        page.onRequestFinished(request -> count(request, bytes));
        return bytes;
    }

    private static void count(Request request, AtomicLong bytes) {
        if (request.url().contains("/messages?")) {
            bytes.addAndGet(request.sizes().responseBodySize);
        }
    }

    private static Locator message(Page page, String words) {
        return page.locator(".message")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(words, new Page.GetByTextOptions().setExact(true))));
    }

    private static Locator row(Page page, String title) {
        return page.locator(".row").filter(new Locator.FilterOptions().setHasText(title));
    }
}
