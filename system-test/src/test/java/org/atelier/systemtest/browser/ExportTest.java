package org.atelier.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A chat leaves as a file. */
@OnSharedSite
@ExtendWith(Chromium.class)
class ExportTest {
    @Test
    void aChatIsSavedAsMarkdownAndAsJson(Site site, Browser browser) throws IOException {
        site.administrator();
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.chooses(Models.QUICK);
            chat.asks("What is a \"lark\"?");
            chat.seesTheEnd();

            var markdown = saves(chat.page(), "Export as Markdown");
            assertThat(markdown.suggestedFilename()).isEqualTo("What is a lark.md");
            assertThat(Files.readString(markdown.path()))
                    .startsWith("# What is a \"lark\"?\n")
                    .contains("## You\n\nWhat is a \"lark\"?\n", "## " + Models.QUICK + "\n\nword");
            var json = saves(chat.page(), "Export as JSON");
            assertThat(json.suggestedFilename()).isEqualTo("What is a lark.json");
            assertThat(Files.readString(json.path())).contains("\"messages\":[{");
            visitor.hasNothingToComplainAbout();
        }
    }

    private static Download saves(Page page, String as) {
        page.locator(".row").hover();
        page.locator(".row").getByRole(AriaRole.BUTTON).click();
        return page.waitForDownload(() -> page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(as))
                .click());
    }
}
