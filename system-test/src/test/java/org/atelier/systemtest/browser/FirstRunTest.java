package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.Map;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The first ten minutes of a newcomer, in the order in which they happen. */
@OnOwnProduct
@ExtendWith(Chromium.class)
class FirstRunTest {

    @Test
    void setupAskReloadStopAndAskAgain(Browser browser, @TempDir Path folder) {
        try (var product = Product.start(folder.resolve("data"), Map.of("DEMO_FAULTS", "on"));
                var newcomer = Visitor.atDesk(browser, product.frontend())) {
            var link = product.setupLink();
            var page = newcomer.open(link.getPath() + "?" + link.getQuery());
            new SignInPage(page).fills(Site.ADMINISTRATOR, "Create administrator");
            page.waitForURL(newcomer.site() + "/");

            asksTheOfferedModel(new ChatPage(page));
            reloadsInTheMiddleOfAnAnswer(newcomer);
            stopsAndAsksAgain(newcomer);
            newcomer.hasNothingToComplainAbout();
        }
    }

    private static void asksTheOfferedModel(ChatPage chat) {
        chat.asks("What can a harbour teach a gardener?");
        assertThat(chat.seesTheEnd()).contains("harbour");
    }

    private static void reloadsInTheMiddleOfAnAnswer(Visitor newcomer) {
        var chat = new ChatPage(newcomer.open("/"));
        chat.chooses(Models.SLOW);
        chat.asks("Count slowly, and do not stop.");
        var before = chat.seesWordsCome();

        chat.page().reload();

        assertThat(chat.button("Stop")).isVisible();
        var whole = chat.seesTheEnd();
        assertThat(whole).startsWith(before.strip()).hasSizeGreaterThan(before.length());
        chat.page().reload();
        assertThat(chat.seesTheEnd()).isEqualTo(whole);
    }

    private static void stopsAndAsksAgain(Visitor newcomer) {
        var chat = new ChatPage(newcomer.open("/"));
        chat.chooses(Models.ENDLESS);
        chat.asks("Count slowly until I stop you.");
        chat.seesWordsCome();

        chat.button("Stop").click();

        assertThat(chat.page().getByText("You stopped this answer here.")).isVisible();
        chat.button("Answer again").last().click();
        assertThat(chat.button("Stop")).isVisible();
        chat.seesWordsCome();
        chat.button("Stop").click();
        chat.seesTheEnd();
    }
}
