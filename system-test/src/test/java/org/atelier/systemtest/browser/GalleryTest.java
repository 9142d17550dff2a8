package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was made is found again, looked at, put in order, taken along, thrown away and fetched back. */
@OnSharedSite
@ExtendWith(Chromium.class)
class GalleryTest {
    private static final String LIGHTHOUSE = "A lighthouse over the sea";
    private static final String FOX = "A fox in a field of lavender";
    private static final int MORE_THAN_A_PAGE = 90;

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void aPictureIsMadeFoundStarredMadeAgainTakenAlongDeletedAndFetchedBack(Site site, Browser browser)
            throws IOException {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = withTwoPictures(visitor);
            assertThat(shots(page)).hasCount(2);

            page.getByRole(AriaRole.SEARCHBOX).fill("LAVENDER");
            assertThat(shots(page)).hasCount(1);
            assertThat(page).hasURL(Pattern.compile("q=LAVENDER"));
            opens(page, 0);
            assertThat(page.locator("#viewer-prompt")).hasText(FOX);
            button(page, "Star").click();
            assertThat(button(page, "Star")).hasAttribute("aria-pressed", "true");
            page.keyboard().press("Escape");
            button(page, "Show everything").click();
            assertThat(shots(page)).hasCount(2);
            page.locator("#filters-more").getByText("Starred").click();
            assertThat(shots(page)).hasCount(1);

            opens(page, 0);
            button(page, "Make again").click();
            var images = new ImagesPage(page);
            assertThat(images.prompt()).hasValue(FOX);
            assertThat(page.locator("#field-aspect_ratio :checked")).hasValue("4:3");
            page.goBack();
            assertThat(shots(page)).hasCount(1);
            button(page, "Show everything").click();
            assertThat(shots(page)).hasCount(2);

            picks(page, 0);
            picks(page, 1);
            assertThat(page.locator("#picked-count")).hasText("2 picked");
            assertThat(filesOf(
                            page.waitForDownload(() -> button(page, "Download").click())))
                    .isEqualTo(2);
            button(page, "Delete").click();
            assertThat(shots(page)).hasCount(0);
            assertThat(page.getByText("Your pictures and films will hang here")).isVisible();
            button(page, "Undo").click();
            assertThat(shots(page)).hasCount(2);
            visitor.hasNothingToComplainAbout();
        }
    }

    private static Page withTwoPictures(Visitor visitor) {
        var images = ImagesPage.of(visitor);
        images.chooses("Format", "4:3");
        images.wishes(LIGHTHOUSE);
        images.button("Create").click();
        images.makes(FOX);
        images.seesTheEnd(LIGHTHOUSE);
        images.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gallery"))
                .click();
        return images.page();
    }

    private static int filesOf(Download zip) throws IOException {
        var files = 0;
        try (var in = new ZipInputStream(zip.createReadStream())) {
            while (in.getNextEntry() != null) {
                files++;
            }
        }
        return files;
    }

    @Test
    void theBinGivesBackWhatWasDeletedInTheViewer(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = withTwoPictures(visitor);
            opens(page, 0);
            button(page, "Delete").click();
            assertThat(page.locator("#viewer-count")).hasText("1 of 1");
            page.keyboard().press("Escape");
            assertThat(shots(page)).hasCount(1);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bin"))
                    .click();
            assertThat(page.getByText("Pictures and films rest here for 30 days"))
                    .isVisible();
            opens(page, 0);
            button(page, "Bring back").click();
            assertThat(page.getByText("The bin is empty")).isVisible();
            page.locator("#from-bin").click();
            assertThat(shots(page)).hasCount(2);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void manyArePickedAndPutIntoAnAlbumWithTheKeyboardAlone(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = withUploads(visitor, 5);
            assertThat(shots(page)).hasCount(5);
            shots(page).first().locator(".open").focus();
            page.keyboard().press("Space");
            page.keyboard().press("Shift+ArrowRight");
            page.keyboard().press("Shift+ArrowRight");
            assertThat(page.locator("#picked-count")).hasText("3 picked");
            button(page, "Album").press("Enter");
            page.getByLabel("Album", new Page.GetByLabelOptions().setExact(true))
                    .and(page.locator("#album-name"))
                    .fill("Harbours");
            page.keyboard().press("Enter");
            assertThat(page.locator("#picked")).isHidden();

            page.reload();
            page.locator("select[name=album]").selectOption("Harbours");
            assertThat(shots(page)).hasCount(3);
            shots(page).first().locator(".open").press("Enter");
            assertThat(page.locator("#viewer-album")).hasValue("Harbours");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#viewer-count")).hasText("2 of 3");
            page.keyboard().press("Escape");
            assertThat(shots(page).nth(1).locator(".open")).isFocused();
        }
    }

    @Test
    void whoComesBackIsAtTheSamePlace(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = withUploads(visitor, MORE_THAN_A_PAGE);
            shots(page).last().scrollIntoViewIfNeeded();
            assertThat(shots(page)).hasCount(MORE_THAN_A_PAGE);
            shots(page).last().scrollIntoViewIfNeeded();
            page.waitForCondition(() -> place(page).equals(page.evaluate("history.state?.top")));
            var place = place(page);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Images"))
                    .click();
            page.waitForURL("**/images");

            page.goBack();
            assertThat(shots(page)).hasCount(MORE_THAN_A_PAGE);
            page.waitForCondition(() -> place(page).equals(place));
        }
    }

    private static Object place(Page page) {
        return page.evaluate("document.getElementById('content').scrollTop");
    }

    @Test
    void bothPagesAreAccessibleAndFitAPhoneWithPicturesInThem(Site site, Browser browser) {
        try (var light = Visitor.atDesk(browser, site.product().frontend());
                var dark = Visitor.inTheDark(browser, site.product().frontend());
                var phone = Visitor.withPhone(browser, site.product().frontend())) {
            for (var visitor : List.of(light, dark, phone)) {
                var images = ImagesPage.of(visitor);
                images.makes(FOX);
                isAccessible(images.page(), "/images");
                var page = visitor.open("/gallery");
                assertThat(shots(page)).hasCount(1);
                isAccessible(page, "/gallery");
                opens(page, 0);
                isAccessible(page, "the viewer");
                page.keyboard().press("Escape");
                shots(page).first().locator(".open").press("Space");
                isAccessible(page, "/gallery with a picked one");
            }
        }
    }

    static void isAccessible(Page page, String name) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("axe on %s", name)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("overflow of %s", name)
                .isNotPositive();
    }

    private static Page withUploads(Visitor visitor, int count) {
        var page = SignInPage.newcomer(visitor);
        var picture = Base64.getEncoder().encodeToString(ImagesTest.picture());
        page.evaluate(UPLOAD, Map.of("picture", picture, "count", count));
        page.navigate(visitor.site() + "/gallery");
        return page;
    }

    private static final String UPLOAD = "async ({ picture, count }) => {"
            + " const bytes = Uint8Array.from(atob(picture), sign => sign.charCodeAt(0));"
            + " for (let at = 0; at < count; at++) {"
            + " const body = new FormData();"
            + " body.append('file', new File([bytes], `harbour ${at}.png`, { type: 'image/png' }));"
            + " const answer = await fetch('/bff/media', { method: 'POST', body });"
            + " if (answer.status !== 201) throw new Error(await answer.text()) } }";

    private static Locator shots(Page page) {
        return page.locator(".shot");
    }

    private static void opens(Page page, int at) {
        shots(page).nth(at).locator(".open").click();
        assertThat(page.locator("#viewer")).isVisible();
    }

    private static void picks(Page page, int at) {
        shots(page).nth(at).locator("input").check(new Locator.CheckOptions().setForce(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .locator("visible=true");
    }
}
