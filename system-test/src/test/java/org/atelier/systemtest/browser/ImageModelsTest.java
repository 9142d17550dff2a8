package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which model draws: many of them, few of them, and none yet. */
@OnSharedSite
@ExtendWith(Chromium.class)
class ImageModelsTest {
    private static final String LIST = "**/bff/ai/models*";

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void manyModelsAreSearchedByWords(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = with(40, visitor);
            page.locator("#model").press("Enter");
            assertThat(search(page)).isFocused();
            assertThat(models(page)).hasCount(40);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

            search(page).fill("12 model");
            assertThat(models(page)).hasCount(1);
            search(page).fill("nobody");
            assertThat(page.locator("#makers .none")).isVisible();
            search(page).fill("model 3");
            assertThat(models(page)).hasCount(13);
            search(page).press("ArrowDown");
            assertThat(models(page).first()).isFocused();
            page.keyboard().type("7");
            assertThat(search(page)).hasValue("model 37");
            search(page).press("Enter");
            assertThat(page.locator("#model-name")).hasText("Model 37");
            assertThat(page.locator("#model")).isFocused();

            page.locator("#model").press("Enter");
            assertThat(search(page)).hasValue("");
            assertThat(models(page)).hasCount(40);
            page.keyboard().press("Escape");
            assertThat(page.locator("#makers")).isHidden();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void aHandfulNeedsNoSearch(Site site, Browser browser) {
        try (var visitor = Visitor.withPhone(browser, site.product().frontend())) {
            var page = with(4, visitor);
            page.locator("#model").tap();
            assertThat(models(page)).hasCount(4);
            assertThat(search(page)).isHidden();
            assertThat(page.locator("#makers [aria-checked=true]")).isFocused();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    @Test
    void modelsThatComeLaterAreThereWithoutAReload(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = SignInPage.newcomer(visitor);
            var asked = new AtomicInteger();
            page.route(LIST, route -> {
                if (asked.getAndIncrement() == 0) {
                    route.fulfill(answer(0));
                } else {
                    route.resume();
                }
            });
            page.navigate(visitor.site() + "/images");
            var images = new ImagesPage(page);
            images.prompt().fill("Words that were typed meanwhile");
            assertThat(page.locator("#model-name")).hasText("Atelier Demo: Kingfisher");
            assertThat(images.prompt()).hasValue("Words that were typed meanwhile");
            assertThat(images.button("Create")).isEnabled();
            assertThat(asked.get()).isGreaterThan(1);
        }
    }

    /** The page of an installation whose provider lists so many models that draw. */
    private static Page with(int models, Visitor visitor) {
        var page = SignInPage.newcomer(visitor);
        page.route(LIST, route -> route.fulfill(answer(models)));
        page.navigate(visitor.site() + "/images");
        assertThat(page.locator("#model-name")).hasText("Model 1");
        return page;
    }

    private static Route.FulfillOptions answer(int models) {
        return new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(IntStream.rangeClosed(1, models)
                        .mapToObj(ImageModelsTest::model)
                        .collect(Collectors.joining(",", "{\"items\":[", "]}")));
    }

    private static String model(int number) {
        return """
                {"id":"many/%1$d","name":"Model %1$d","input_modalities":["text"],"output_modalities":["image"],
                 "prices":{"output_image":"0.0%1$d"},"capabilities":{"image":{}},"default":%2$b,"available":true}""".formatted(number, number == 1);
    }

    private static Locator models(Page page) {
        return page.locator("#makers [role=menuitemradio]");
    }

    private static Locator search(Page page) {
        return page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search models"));
    }
}
