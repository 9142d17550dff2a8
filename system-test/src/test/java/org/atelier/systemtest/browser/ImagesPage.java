package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The composer for pictures and the jobs below it, found as a person finds them. */
record ImagesPage(Page page) {

    static ImagesPage of(Visitor visitor) {
        SignInPage.newcomer(visitor).close();
        return new ImagesPage(visitor.open("/images"));
    }

    void wishes(String words) {
        prompt().fill(words);
        assertThat(button("Create")).isEnabled();
    }

    void chooses(String field, String value) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(field))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(value).setExact(true))
                .check(new Locator.CheckOptions().setForce(true));
    }

    void choosesModel(String id) {
        page.locator("#model").click();
        page.locator("[data-model='" + id + "']").click();
    }

    /** Wishes and waits until it has ended. @return its card */
    Locator makes(String words) {
        wishes(words);
        button("Create").click();
        return seesTheEnd(words);
    }

    Locator seesTheEnd(String words) {
        var card = job(words);
        assertThat(card).hasAttribute("aria-busy", "false");
        return card;
    }

    /** The newest with these words. */
    Locator job(String words) {
        return page.locator(".job")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    /** Every picture of the card has come and is drawn. */
    static void showsPictures(Locator card, int count) {
        assertThat(card.locator(".tile img")).hasCount(count);
        for (var picture : card.locator(".tile img").all()) {
            picture.scrollIntoViewIfNeeded();
            assertThat(picture).hasJSProperty("complete", true);
            assertThat(picture).not().hasJSProperty("naturalWidth", 0);
        }
    }

    Locator prompt() {
        return page.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName("Describe a picture").setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
