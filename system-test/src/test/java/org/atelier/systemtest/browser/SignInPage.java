package org.atelier.systemtest.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.atelier.systemtest.product.Site;

/** The forms at the entrance. */
record SignInPage(Page page) {

    static Map<String, String> somebodyNew() {
        return Map.of("email", "guest-" + UUID.randomUUID() + "@example.org", "password", "a long enough phrase");
    }

    void fills(Map<String, String> who, String button) {
        page.getByLabel("E-mail").fill(who.get("email"));
        page.getByLabel("Password").fill(who.get("password"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    /** Signs the administrator in; afterwards the start page is shown. */
    static Page administrator(Visitor visitor) {
        var page = visitor.open("/signin");
        new SignInPage(page).fills(Site.ADMINISTRATOR, "Sign in");
        page.waitForURL(visitor.site() + "/");
        return page;
    }

    /** Registers in this browser; afterwards the start page is shown. */
    static Page newcomer(Visitor visitor) {
        var page = visitor.open("/register");
        new SignInPage(page).fills(somebodyNew(), "Create account");
        page.waitForURL(visitor.site() + "/");
        return page;
    }
}
