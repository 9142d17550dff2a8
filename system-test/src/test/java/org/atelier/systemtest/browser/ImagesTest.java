package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wishing for pictures in the browser: what can be chosen, waiting, what comes, what goes wrong. */
@OnSharedSite
@ExtendWith(Chromium.class)
class ImagesTest {
    private static final String LIGHTHOUSE = "A lighthouse over the sea at dusk";

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void picturesComeInThePlaceThatWasKeptForThem(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var images = ImagesPage.of(visitor);
            images.chooses("Format", "3:2");
            images.chooses("How many", "2");
            images.wishes(LIGHTHOUSE);
            assertThat(images.page().locator("#estimate")).hasText("about $0.08");
            images.button("Create").click();

            var card = images.job(LIGHTHOUSE);
            assertThat(card).hasAttribute("aria-busy", "true");
            assertThat(card.locator(".tile")).hasCount(2);
            assertThat(images.prompt()).hasValue("");
            var kept = card.boundingBox();
            images.makes("A second wish while the first is drawn");

            images.seesTheEnd(LIGHTHOUSE);
            ImagesPage.showsPictures(card, 2);
            assertThat(card.locator(".facts")).containsText("3:2");
            assertThat(card.locator(".facts")).containsText("$0.08");
            assertThat(card.boundingBox().height).isEqualTo(kept.height);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void theDraftSurvivesAReloadAndTheJobIsOnEveryDevice(Site site, Browser browser) {
        var person = site.person();
        try (var desk = Visitor.atDesk(browser, site.product().frontend());
                var phone = Visitor.withPhone(browser, site.product().frontend())) {
            var here = signIn(desk, person.who());
            here.chooses("Format", "16:9");
            here.wishes(LIGHTHOUSE);
            here.page().reload();
            assertThat(here.prompt()).hasValue(LIGHTHOUSE);
            assertThat(here.page().locator("#field-aspect_ratio :checked")).hasValue("16:9");

            var there = signIn(phone, person.who());
            assertThat(there.page().getByText("Something to try")).isVisible();
            here.button("Create").click();
            ImagesPage.showsPictures(there.seesTheEnd(LIGHTHOUSE), 1);
            here.page().reload();
            ImagesPage.showsPictures(here.seesTheEnd(LIGHTHOUSE), 1);
            assertThat(here.prompt()).hasValue("");
        }
    }

    private static ImagesPage signIn(Visitor visitor, Map<String, String> who) {
        var page = visitor.open("/signin");
        new SignInPage(page).fills(who, "Sign in");
        page.waitForURL(visitor.site() + "/");
        page.navigate(visitor.site() + "/images");
        return new ImagesPage(page);
    }

    @Test
    void whatIsCancelledCanBeTriedAgainAndRemoved(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var images = ImagesPage.of(visitor);
            images.choosesModel(Pictures.SLOW);
            images.wishes(LIGHTHOUSE);
            images.button("Create").click();
            images.button("Cancel").click();
            var cancelled = images.seesTheEnd(LIGHTHOUSE);
            assertThat(cancelled).hasAttribute("data-status", "cancelled");

            images.button("Try again").click();
            assertThat(images.page().locator(".job")).hasCount(2);
            ImagesPage.showsPictures(images.seesTheEnd(LIGHTHOUSE), 1);
            images.button("Remove").click();
            assertThat(images.page().locator(".job")).hasCount(1);
            images.page().reload();
            assertThat(images.page().locator(".job")).hasCount(1);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void aRefusalIsSaidInASentence(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var images = ImagesPage.of(visitor);
            images.choosesModel("fault/image-moderation");
            var card = images.makes(LIGHTHOUSE);
            assertThat(card).hasAttribute("data-status", "failed");
            assertThat(card.locator(".why")).containsText("refused the content");
        }
    }

    @Test
    void aPictureToGoByIsTakenByFileByPasteAndFromTheGallery(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var images = ImagesPage.of(visitor);
            var page = images.page();
            assertThat(images.button("Add a picture")).isVisible();
            page.locator("#tray-files").setInputFiles(new FilePayload("sketch.png", "image/png", picture()));
            assertThat(page.locator(".chip:not(.loading)")).hasCount(1);
            page.evaluate(PASTE, Base64.getEncoder().encodeToString(picture()));
            assertThat(page.locator(".chip:not(.loading)")).hasCount(2);
            images.button("Remove sketch").first().click();
            images.button("From the gallery").click();
            page.locator(".choosable button").first().click();
            assertThat(page.locator(".chip")).hasCount(1);

            var card = images.makes(LIGHTHOUSE);
            assertThat(page.locator(".chip")).hasCount(0);
            card.locator(".tile button").click();
            assertThat(page.locator("#viewer-sources img")).hasCount(1);
            page.keyboard().press("Escape");
            images.button("Make again").click();
            assertThat(page.locator(".chip")).hasCount(1);
            assertThat(images.prompt()).hasValue(LIGHTHOUSE);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void aPictureIsDroppedAnywhereOnThePage(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = ImagesPage.of(visitor).page();
            var composer = page.locator("#studio-composer");
            assertThat(page.locator("#references")).isVisible();
            page.evaluate(DRAG, List.of("dragover", Base64.getEncoder().encodeToString(picture())));
            assertThat(composer).hasClass(Pattern.compile("dropping"));
            page.evaluate(DRAG, List.of("drop", Base64.getEncoder().encodeToString(picture())));
            assertThat(page.locator(".chip:not(.loading)")).hasCount(1);
            assertThat(composer).not().hasClass(Pattern.compile("dropping"));
            assertThat(page.locator(".chip img")).hasAttribute("alt", Pattern.compile("dragged"));
            visitor.hasNothingToComplainAbout();
        }
    }

    static final String DRAG = "([kind, bytes]) => {"
            + " const data = new DataTransfer();"
            + " const file = Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0));"
            + " data.items.add(new File([file], 'dragged.png', { type: 'image/png' }));"
            + " data.items.add(new File(['words'], 'words.txt', { type: 'text/plain' }));"
            + " const event = new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });"
            + " document.getElementById('jobs-title').dispatchEvent(event) }";

    static final String PASTE = "bytes => {"
            + " const data = new DataTransfer();"
            + " const file = Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0));"
            + " data.items.add(new File([file], 'pasted.png', { type: 'image/png' }));"
            + " const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });"
            + " document.getElementById('prompt').dispatchEvent(event) }";

    static byte[] picture() {
        return picture(320, 200);
    }

    static byte[] picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillOval(40, 20, 160, 160);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Test
    void theKeyboardAloneIsEnough(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var images = ImagesPage.of(visitor);
            var page = images.page();
            assertThat(page.getByText("Something to try")).isVisible();
            assertThat(page.locator("#field-n :checked")).hasCount(1);
            page.locator("#tries button")
                    .filter(new Locator.FilterOptions().setHasText("A fox asleep"))
                    .press("Enter");
            assertThat(images.prompt()).hasValue(Pattern.compile("^A fox asleep"));
            assertThat(images.prompt()).isFocused();
            page.locator("#field-n :checked").press("ArrowRight");
            images.prompt().press("Enter");

            var card = images.seesTheEnd("A fox asleep");
            ImagesPage.showsPictures(card, 2);
            card.locator(".tile button").first().press("Enter");
            assertThat(page.locator("#viewer-count")).hasText("1 of 2");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#viewer-count")).hasText("2 of 2");
            page.keyboard().press("Escape");
            assertThat(page.locator("#viewer")).isHidden();
        }
    }

    @Test
    void onAPhoneEverythingIsInReach(Site site, Browser browser) {
        try (var visitor = Visitor.withPhone(browser, site.product().frontend())) {
            var images = ImagesPage.of(visitor);
            images.wishes(LIGHTHOUSE);
            images.button("Create").tap();
            var card = images.seesTheEnd(LIGHTHOUSE);
            card.locator(".tile button").tap();
            assertThat(images.page().locator("#viewer-picture")).isVisible();
            images.page().goBack();
            assertThat(images.page().locator("#viewer")).isHidden();
            assertThat((Integer) images.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
        }
    }
}
