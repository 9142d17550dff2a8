package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A composer and the jobs below it, found as a person finds them. */
interface StudioPage {
    Page page();

    /** What the place to write is called. */
    String label();

    default void wishes(String words) {
        prompt().fill(words);
        assertThat(button("Create")).isEnabled();
    }

    default void chooses(String field, String value) {
        page().getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName(field).setExact(true))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(value).setExact(true))
                .check(new Locator.CheckOptions().setForce(true));
    }

    default void choosesModel(String id) {
        page().locator("#model").click();
        page().locator("[data-model='" + id + "']").click();
    }

    /** Wishes and waits until it has ended. @return its card */
    default Locator makes(String words) {
        wishes(words);
        button("Create").click();
        return seesTheEnd(words);
    }

    default Locator seesTheEnd(String words) {
        var card = job(words);
        assertThat(card).hasAttribute("aria-busy", "false");
        return card;
    }

    /** The newest with these words. */
    default Locator job(String words) {
        return page().locator(".job")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    default Locator prompt() {
        return page().getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label()).setExact(true));
    }

    default Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
