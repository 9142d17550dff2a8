package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Where pictures are made. */
record ImagesPage(Page page) implements StudioPage {

    static ImagesPage of(Visitor visitor) {
        SignInPage.newcomer(visitor).close();
        return new ImagesPage(visitor.open("/images"));
    }

    @Override
    public String label() {
        return "Describe a picture";
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
}
