package org.atelier.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;

/** Pages of the administration in the light, in the dark and on a phone. */
final class ReadablePages {
    private ReadablePages() {}

    /** Axe finds nothing on any of them, each is as wide as its window, and the browser complains about nothing. */
    static void areReadable(Browser browser, URI site, List<String> paths) {
        try (var light = Visitor.atDesk(browser, site);
                var dark = Visitor.inTheDark(browser, site);
                var phone = Visitor.withPhone(browser, site)) {
            for (var visitor : List.of(light, dark, phone)) {
                SignInPage.administrator(visitor);
                for (var path : paths) {
                    var page = visitor.open(path);
                    isReadable(page);
                    page.close();
                }
                visitor.hasNothingToComplainAbout();
            }
        }
    }

    static void isReadable(Page page) {
        page.waitForLoadState();
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("axe on %s", page.url())
                .isEmpty();
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits", page.url())
                .isTrue();
    }
}
