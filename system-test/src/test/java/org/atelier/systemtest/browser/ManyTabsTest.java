package org.atelier.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.ArrayList;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser has six connections for a site; people have more tabs than that. */
@OnSharedSite
@ExtendWith(Chromium.class)
class ManyTabsTest {
    private static final int TABS = 8;

    @Test
    void aNinthTabLoadsWhileEightAnswersRunOverOneConnection(Site site, Browser browser) throws IOException {
        site.administrator();
        try (var wire = Wire.to(site.product().frontendPort());
                var visitor = Visitor.atDesk(browser, wire.site())) {
            SignInPage.newcomer(visitor).close();
            var tabs = new ArrayList<ChatPage>();
            for (var tab = 0; tab < TABS; tab++) {
                tabs.add(new ChatPage(visitor.open("/")));
            }
            tabs.forEach(tab -> tab.chooses(Models.ENDLESS));
            tabs.forEach(tab -> tab.asks("Count slowly in this tab."));
            tabs.forEach(ChatPage::seesWordsCome);

            var ninth = new ChatPage(visitor.open("/"));
            ninth.asks("Is there room for one more?");
            ninth.seesWordsCome();

            assertThat(tabs.stream().filter(ChatPage::isAnswering))
                    .as("answers that still run")
                    .hasSize(TABS);
            assertThat(wire.carrying("GET /bff/events")).isEqualTo(1);
            tabs.forEach(tab -> tab.button("Stop").click());
            visitor.hasNothingToComplainAbout();
        }
    }
}
