package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of a site that runs already, on all of its addresses ({@code SITES}); {@code .ci/containers} runs it by name. */
@ExtendWith(Chromium.class)
class ComposedSiteCheck {
    private static final Map<String, String> ADMINISTRATOR =
            Map.of("email", "admin@example.org", "password", System.getenv().getOrDefault("PASSWORD", ""));

    private final List<URI> sites =
            Stream.of(System.getenv("SITES").split(" ")).map(URI::create).toList();

    @Test
    void everyPageWorksOnEveryAddress(Browser browser) {
        for (var site : sites) {
            try (var visitor = Visitor.atDesk(browser, site)) {
                signIn(visitor, site);
                var chat = new ChatPage(visitor.open("/"));
                chat.asks("What can a harbour teach a gardener?");
                assertThat(chat.seesTheEnd()).as("the answer on " + site).contains("harbour");
                visitor.hasNothingToComplainAbout();
            }
        }
    }

    @Test
    void signInsOnAllAddressesOfOneHostDoNotFight(Browser browser) {
        try (var visitor = Visitor.atDesk(browser, sites.get(0))) {
            sites.forEach(site -> signIn(visitor, site));
            for (var site : sites) {
                var page = visitor.context().newPage();
                page.navigate(site + "/");
                assertThat(page).hasURL(site + "/");
            }
        }
    }

    /** Cookies know no port: who has signed in on one without TLS is known on the other one, and sees no form there. */
    private static void signIn(Visitor visitor, URI site) {
        var page = visitor.context().newPage();
        page.navigate(site + "/signin");
        if (page.url().startsWith(site + "/signin")) {
            new SignInPage(page).fills(ADMINISTRATOR, "Sign in");
            page.waitForURL(site + "/");
        }
    }
}
