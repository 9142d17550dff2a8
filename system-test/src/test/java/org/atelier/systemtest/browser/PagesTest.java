package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every page: readable by everybody, on a phone, in the dark, light over the wire. */
@OnSharedSite
@ExtendWith(Chromium.class)
class PagesTest {
    private static final List<String> OPEN = List.of(
            "/signin", "/register", "/setup?token=used", "/forgot", "/reset?token=used", "/waiting", "/nowhere");
    private static final List<String> SIGNED_IN =
            List.of("/", "/chat", "/images", "/videos", "/gallery", "/account", "/account/key", "/account/delete");
    private static final List<String> ADMINISTRATION = List.of("/admin/status");
    private static final long FIRST_VISIT = 150 * 1024;
    private static final long FIRST_VISIT_WITH_ANSWER = 150 * 1024;
    private static final long LATER_VISIT = 30 * 1024;

    /** Headings, a table, code, a formula and a list: what an answer can hold. */
    private static final String RICH = "Show me a table, some code and a formula.";

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void everyPageIsAccessibleInTheLight(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            everyPageIsAccessible(visitor);
        }
    }

    @Test
    void everyPageIsAccessibleInTheDark(Site site, Browser browser) {
        try (var visitor = Visitor.inTheDark(browser, site.product().frontend())) {
            everyPageIsAccessible(visitor);
        }
    }

    private static void everyPageIsAccessible(Visitor visitor) {
        OPEN.forEach(path -> isAccessible(visitor.open(path), path));
        var page = SignInPage.newcomer(visitor);
        SIGNED_IN.forEach(path -> isAccessible(visitor.open(path), path));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Account"))
                .click();
        isAccessible(page, "/ with the account's menu");
        page.keyboard().press("Escape");
        var chat = new ChatPage(page);
        chat.asks(RICH);
        chat.seesTheEnd();
        isAccessible(page, "/chat with an answer");
    }

    @Test
    void thePagesOfAdministratorsAreReadableAndLight(Site site, Browser browser) {
        ReadablePages.areReadable(browser, site.product().frontend(), ADMINISTRATION);
        try (var administrator = Visitor.atDesk(browser, site.product().frontend())) {
            SignInPage.administrator(administrator);
            areLight(browser, administrator, ADMINISTRATION);
        }
    }

    private static void isAccessible(Page page, String name) {
        page.waitForLoadState();
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations).as("axe on %s", name).isEmpty();
    }

    @Test
    void everyPageFitsAPhone(Site site, Browser browser) {
        try (var visitor = Visitor.withPhone(browser, site.product().frontend())) {
            OPEN.forEach(path -> fits(visitor.open(path), path));
            var page = SignInPage.newcomer(visitor);
            SIGNED_IN.forEach(path -> fits(visitor.open(path), path));
            var chat = new ChatPage(page);
            chat.asksByTouch(RICH);
            chat.seesTheEnd();
            fits(page, "/chat with an answer");
            isInSight(page, chat.button("Send"));
        }
    }

    private static void fits(Page page, String name) {
        var width = page.evaluate("document.documentElement.scrollWidth");
        assertThat((Integer) width).as("width of %s on a phone", name).isLessThanOrEqualTo(360);
    }

    /** A wide table or a long line of code must not push the controls out. */
    private static void isInSight(Page page, Locator control) {
        var box = control.boundingBox();
        var screen = page.viewportSize();
        assertThat(box.x).isNotNegative();
        assertThat(box.y).isNotNegative();
        assertThat(box.x + box.width).isLessThanOrEqualTo(screen.width);
        assertThat(box.y + box.height).isLessThanOrEqualTo(screen.height);
    }

    @Test
    void nothingButTheMissingPageIsComplainedAbout(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            List.of("/signin", "/register").forEach(visitor::open);
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            SIGNED_IN.forEach(visitor::open);
            chat.asks(RICH);
            chat.seesTheEnd();

            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void pagesAreLightOverTheWire(Site site, Browser browser) {
        try (var registered = Visitor.atDesk(browser, site.product().frontend())) {
            SignInPage.newcomer(registered);
            areLight(
                    browser,
                    registered,
                    Stream.concat(OPEN.stream(), SIGNED_IN.stream()).toList());
        }
    }

    private static void areLight(Browser browser, Visitor signedIn, List<String> paths) {
        var cookies = signedIn.context().storageState();
        for (var path : paths) {
            try (var visitor = Visitor.returning(browser, signedIn.site(), cookies)) {
                assertThat(weight(visitor, path))
                        .as("bytes of the first visit of %s", path)
                        .isBetween(1L, FIRST_VISIT);
                assertThat(weight(visitor, path))
                        .as("bytes of a later visit of %s", path)
                        .isBetween(1L, LATER_VISIT);
            }
        }
    }

    /** The two heaviest libraries come only with such an answer. */
    @Test
    void aChatWithCodeAndMathIsLightOverTheWire(Site site, Browser browser) {
        try (var registered = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(registered));
            chat.asks(RICH);
            chat.seesTheEnd();
            var path = chat.page().url().substring(registered.site().toString().length());
            var cookies = registered.context().storageState();
            try (var visitor = Visitor.returning(browser, registered.site(), cookies)) {
                assertThat(weight(visitor, path, PagesTest::isDrawn)).isBetween(1L, FIRST_VISIT_WITH_ANSWER);
                assertThat(weight(visitor, path, PagesTest::isDrawn)).isBetween(1L, LATER_VISIT);
            }
        }
    }

    /** Code has its colours and the formula is no text any more. */
    private static void isDrawn(Page page) {
        assertThat(page.locator(".code .c-token").first()).isVisible();
        assertThat(page.locator(".math math").first()).isVisible();
    }

    private static long weight(Visitor visitor, String path) {
        return weight(visitor, path, page -> {});
    }

    private static long weight(Visitor visitor, String path, Consumer<Page> isThere) {
        var bytes = new AtomicLong();
        var page = visitor.context().newPage();
        page.onRequestFinished(request -> {
            var sizes = request.sizes();
            bytes.addAndGet(sizes.responseBodySize + sizes.responseHeadersSize);
        });
        page.navigate(visitor.site() + path);
        assertThat(page.getByRole(AriaRole.HEADING).first()).isAttached();
        page.waitForLoadState();
        isThere.accept(page);
        page.close();
        return bytes.get();
    }
}
