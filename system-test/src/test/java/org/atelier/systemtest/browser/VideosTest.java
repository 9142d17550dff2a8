package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Map;
import java.util.regex.Pattern;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wishing for films in the browser: what can be chosen, waiting, what plays, what goes wrong. */
@OnSharedSite
@ExtendWith(Chromium.class)
class VideosTest {
    private static final String HERON = "A heron takes off from a misty lake";

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void aFilmPlaysAndSeeksInThePlaceThatWasKeptForIt(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var videos = VideosPage.of(visitor);
            videos.choosesModel(VideosPage.SLOW);
            videos.chooses("Format", "9:16");
            videos.chooses("Length", "4 s");
            videos.wishes(HERON);
            assertThat(videos.page().locator("#estimate")).hasText("about $0.04");
            videos.button("Create").click();

            var card = videos.job(HERON);
            assertThat(card).hasAttribute("aria-busy", "true");
            assertThat(videos.prompt()).hasValue("");
            var kept = card.boundingBox();
            videos.wishes("A second wish while the first is filmed");

            videos.seesTheEnd(HERON);
            VideosPage.plays(card.locator("video"));
            assertThat(card.locator(".facts")).containsText("9:16");
            assertThat(card.locator(".facts")).containsText("4 s");
            assertThat(card.locator(".facts")).containsText("$0.04");
            assertThat(card.boundingBox().height).isEqualTo(kept.height);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void theJobIsThereAfterAReloadAndOnEveryDevice(Site site, Browser browser) {
        var person = site.person();
        try (var desk = Visitor.atDesk(browser, site.product().frontend());
                var phone = Visitor.withPhone(browser, site.product().frontend())) {
            var here = signIn(desk, person.who());
            var there = signIn(phone, person.who());
            assertThat(there.page().getByText("Something to try")).isVisible();
            here.choosesModel(VideosPage.LONG);
            here.wishes(HERON);
            here.button("Create").click();
            assertThat(here.job(HERON)).hasAttribute("aria-busy", "true");
            here.page().reload();
            assertThat(here.job(HERON)).hasAttribute("aria-busy", "true");

            assertThat(there.job(HERON)).isVisible();
            VideosPage.plays(there.seesTheEnd(HERON).locator("video"));
            VideosPage.plays(here.seesTheEnd(HERON).locator("video"));
            assertThat((Integer) there.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
        }
    }

    private static VideosPage signIn(Visitor visitor, Map<String, String> who) {
        var page = visitor.open("/signin");
        new SignInPage(page).fills(who, "Sign in");
        page.waitForURL(visitor.site() + "/");
        page.navigate(visitor.site() + "/videos");
        return new VideosPage(page);
    }

    @Test
    void whatIsCancelledCanBeTriedAgainAndTheNewJobLeadsToTheFirst(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var videos = VideosPage.of(visitor);
            var page = videos.page();
            videos.choosesModel(VideosPage.SLOW);
            videos.wishes(HERON);
            videos.button("Create").click();
            videos.button("Cancel").click();
            assertThat(videos.seesTheEnd(HERON)).hasAttribute("data-status", "cancelled");

            videos.button("Try again").click();
            assertThat(page.locator(".job")).hasCount(2);
            var second = videos.seesTheEnd(HERON);
            assertThat(second).hasAttribute("data-status", "completed");
            second.locator(".details-link").click();
            var detail = page.locator("#job-detail");
            assertThat(detail.locator(".history strong"))
                    .hasText(new String[] {"Waits for its turn", "Begins", "Being filmed", "Being saved", "Finished"});
            assertThat(detail.locator(".settings dd").first()).hasText(Pattern.compile("Finished · made in .+ s"));
            VideosPage.plays(detail.locator("video"));
            detail.getByText("The earlier attempt").click();
            assertThat(detail.locator(".history li").last()).containsText("Cancelled");
            page.goBack();
            assertThat(detail).isHidden();

            videos.button("Remove").first().click();
            assertThat(page.locator(".job")).hasCount(1);
            page.reload();
            assertThat(page.locator(".job")).hasCount(1);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void whatHappensElsewhereToAJobIsSeenOverThePageAtOnce(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var videos = VideosPage.of(visitor);
            videos.choosesModel(VideosPage.ENDLESS);
            videos.wishes(HERON);
            videos.button("Create").click();
            var job = videos.job(HERON);
            job.locator(".details-link").click();
            var detail = videos.page().locator("#job-detail");
            assertThat(detail.locator(".settings dd").first()).hasText(Pattern.compile("Being filmed · .+ s"));

            var cancel = "/api/admin/videos/" + job.getAttribute("data-job") + "/cancel";
            site.administrator().post(cancel, null).expect(200);

            assertThat(detail.locator(".settings dd").first()).hasText("Cancelled");
            assertThat(detail.locator(".history li").last()).containsText("Cancelled by an administrator.");
            assertThat(detail.locator(".settings")).containsText("still open");
            assertThat(detail.locator("[data-act=retry]")).isVisible();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void whatGoesWrongIsSaidInASentence(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var videos = VideosPage.of(visitor);
            videos.choosesModel("fault/film-failed");
            var card = videos.makes(HERON);
            assertThat(card).hasAttribute("data-status", "failed");
            assertThat(card.locator(".why")).containsText("The provider could not make this film");
        }
    }

    @Test
    void aWishThatIsRefusedIsKeptWithTheReason(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var videos = VideosPage.of(visitor);
            var tooLong = "A heron. ".repeat(4_000).strip();
            videos.choosesModel(VideosPage.QUICK);
            videos.page().evaluate(WRITE, tooLong);
            videos.button("Create").click();
            assertThat(videos.page().locator("#failure .why")).containsText("32000 characters");
            assertThat(videos.prompt()).hasValue(tooLong);
            assertThat(videos.page().locator(".job")).hasCount(0);
        }
    }

    /** More than the keyboard may type there. */
    private static final String WRITE = "words => {"
            + " const prompt = document.getElementById('prompt');"
            + " prompt.value = words;"
            + " prompt.dispatchEvent(new Event('input', { bubbles: true })) }";

    @Test
    void aPictureOfTheGalleryBecomesAFilmThatTheGalleryPlays(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var images = ImagesPage.of(visitor);
            images.choosesModel("bench/image-delay-20");
            images.makes(HERON);
            var page = visitor.open("/gallery");
            page.locator(".shot .open").click();
            page.locator("#viewer [data-act=film]").click();
            var videos = new VideosPage(page);
            assertThat(page.locator("#frame-first .chip")).hasCount(1);
            assertThat(page).hasURL(Pattern.compile("/videos$"));
            videos.choosesModel(VideosPage.QUICK);
            var card = videos.makes("It flies away");
            VideosPage.plays(card.locator("video"));

            card.locator(".details-link").click();
            page.locator("#job-detail [data-act=gallery]").click();
            var film = page.locator("#viewer-film");
            VideosPage.plays(film);
            assertThat(film).isFocused();
            page.keyboard().press("Space");
            page.waitForCondition(() -> (boolean) film.evaluate("film => !film.paused || film.ended"));
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#viewer-picture")).isVisible();
            assertThat(page.locator("#viewer-count")).hasText("2 of 2");
            page.keyboard().press("ArrowLeft");
            assertThat(film).isVisible();
            var download = page.waitForDownload(
                    () -> page.locator("#viewer [data-act=download]").click());
            assertThat(download.suggestedFilename()).isEqualTo("It-flies-away.mp4");
            page.keyboard().press("Escape");
            page.locator("#filters-more").getByText("Videos").click();
            assertThat(page.locator(".shot")).hasCount(1);
            assertThat(page.locator(".shot .plays")).isVisible();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void everyPageSaysWhenAFilmIsReady(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var videos = VideosPage.of(visitor);
            videos.choosesModel(VideosPage.LONG);
            videos.wishes(HERON);
            videos.button("Create").click();
            assertThat(videos.job(HERON)).isVisible();
            var page = videos.page();
            page.navigate(visitor.site() + "/account");
            assertThat(page.locator(".toast")).containsText("Your film is ready. “" + HERON + "”");
            page.locator(".toast a").click();
            VideosPage.plays(page.locator("#job-detail video"));
            page.keyboard().press("Escape");
            assertThat(page.locator("#job-detail")).isHidden();
            assertThat(page).hasURL(Pattern.compile("/videos$"));
        }
    }

    @Test
    void partsOfAFilmPassTheProxy(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var videos = VideosPage.of(visitor);
            videos.choosesModel(VideosPage.QUICK);
            var film = videos.makes(HERON).locator("video");
            film.scrollIntoViewIfNeeded();
            assertThat(film).hasAttribute("src", Pattern.compile("^/bff/media/"));
            var part = videos.page().evaluate(PART, film.getAttribute("src"));
            assertThat((String) part).matches("206 bytes 2-9/(\\d+) 8 video/mp4; 200 bytes \\1");
        }
    }

    private static final String PART = "async address => {"
            + " const part = await fetch(address, { headers: { Range: 'bytes=2-9' }, cache: 'no-store' });"
            + " const bytes = (await part.arrayBuffer()).byteLength;"
            + " const head = await fetch(address, { method: 'HEAD', cache: 'no-store' });"
            + " const of = (answer, name) => answer.headers.get(name);"
            + " return `${part.status} ${of(part, 'Content-Range')} ${bytes} ${of(part, 'Content-Type')}; `"
            + " + `${head.status} ${of(head, 'Accept-Ranges')} ${of(head, 'Content-Length')}` }";
}
