package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a film can be made of: pixels, sound, and the pictures with which it begins and ends. */
@OnSharedSite
@ExtendWith(Chromium.class)
class FilmChoicesTest {
    private static final String HERON = "A heron takes off from a misty lake";

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void aModelThatIsAskedByPixelsAndMakesSoundOffersBoth(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var videos = VideosPage.of(visitor);
            var page = videos.page();
            var sound = page.getByLabel("Sound");
            videos.choosesModel(VideosPage.QUICK);
            assertThat(page.locator("#field-aspect_ratio")).isVisible();
            assertThat(sound).isHidden();
            videos.choosesModel("bench/film-delay-20-sized");
            assertThat(page.locator("#field-aspect_ratio")).isHidden();
            assertThat(page.locator("#field-size :checked")).hasValue("160x96");
            page.locator("#frame-first input")
                    .setInputFiles(new FilePayload("tall.png", "image/png", ImagesTest.picture(60, 100)));
            assertThat(page.locator("#field-size :checked")).hasValue("96x160");
            assertThat(sound).isChecked();
            sound.uncheck(new Locator.UncheckOptions().setForce(true));
            var card = videos.makes(HERON);

            card.locator(".details-link").click();
            var facts = page.locator("#job-detail .settings");
            assertThat(facts).containsText("96 × 160");
            assertThat(facts).containsText("Silent");
            VideosPage.plays(page.locator("#job-detail video"));
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void aFilmBeginsAndEndsWithPicturesByFileByPasteAndFromTheGallery(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var videos = VideosPage.of(visitor);
            var page = videos.page();
            videos.choosesModel(VideosPage.QUICK);
            var first = page.locator("#frame-first");
            var last = page.locator("#frame-last");
            first.locator("input").setInputFiles(new FilePayload("dawn.png", "image/png", ImagesTest.picture()));
            assertThat(first.locator(".chip:not(.loading)")).hasCount(1);
            assertThat(page.locator("#field-aspect_ratio :checked")).hasValue("16:9");
            page.evaluate(ImagesTest.PASTE, Base64.getEncoder().encodeToString(ImagesTest.picture()));
            assertThat(last.locator(".chip:not(.loading)")).hasCount(1);
            last.locator(".remove").click();
            page.evaluate(ImagesTest.DRAG, List.of("drop", Base64.getEncoder().encodeToString(ImagesTest.picture())));
            assertThat(last.locator(".chip:not(.loading) img")).hasAttribute("alt", Pattern.compile("dragged"));
            last.locator(".remove").click();
            assertThat(last.locator("#frame-last-upload")).isFocused();
            last.locator(".ways-in button").last().click();
            page.locator(".choosable button").first().click();
            assertThat(last.locator(".chip")).hasCount(1);

            videos.choosesModel("demo/crane");
            assertThat(page.locator("#tray-note")).containsText("begins with no picture");
            videos.choosesModel(VideosPage.QUICK);
            assertThat(page.locator("#tray-note")).isHidden();

            videos.button("Create").click();
            var card = videos.seesTheEnd("From a picture, without words");
            VideosPage.plays(card.locator("video"));
            assertThat(page.locator(".chip")).hasCount(0);
            card.locator(".details-link").click();
            assertThat(page.locator("#job-detail .sources img")).hasCount(2);
            page.locator("#job-detail [data-act=again]").click();
            assertThat(page.locator("#job-detail")).isHidden();
            assertThat(page.locator(".chip")).hasCount(2);
            visitor.hasNothingToComplainAbout();
        }
    }
}
