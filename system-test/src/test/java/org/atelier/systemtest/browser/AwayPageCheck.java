package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nginx shows while the frontend is away; {@code .ci/containers} runs it by name and starts the frontend meanwhile. */
@ExtendWith(Chromium.class)
class AwayPageCheck {
    private static final int UNTIL_THE_FRONTEND_IS_BACK = 120_000;

    @Test
    void thePageTriesAgainByItselfUntilTheSiteIsBack(Browser browser) {
        try (var visitor = Visitor.atDesk(browser, URI.create(System.getenv("SITES")))) {
            var page = visitor.open("/signin");
            assertThat(heading(page, "Atelier will be right back")).isVisible();

            assertThat(page.getByLabel("Password"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(UNTIL_THE_FRONTEND_IS_BACK));
        }
    }

    private static com.microsoft.playwright.Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
