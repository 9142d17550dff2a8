package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of models: what it suggests, what one used last, hundreds of them, with the keyboard alone and on a phone. */
@OnSharedSite
@ExtendWith(Chromium.class)
class PickerTest {
    private static final String FINCH = "Atelier Demo: Finch";
    private static final int MANY = 500;

    @BeforeEach
    void haveAdministrator(Site site) {
        site.administrator();
    }

    @Test
    void whatOneUsedIsRecentOnAnotherDevice(Site site, Browser browser) {
        try (var desk = Visitor.atDesk(browser, site.product().frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(desk));
            chat.chooses(Models.QUICK);
            chat.asks("A question");
            chat.seesTheEnd();
            chat.chooses(FINCH);
            try (var other =
                    Visitor.returning(browser, desk.site(), desk.context().storageState())) {
                var page = other.open("/chat");
                opens(page);
                assertThat(group(page, "Recent").getByRole(AriaRole.OPTION)).hasCount(1);
                assertThat(group(page, "Recent").getByRole(AriaRole.OPTION)).containsText(Models.QUICK);
                other.hasNothingToComplainAbout();
            }
        }
    }

    @Test
    void hundredsOfModelsAreSuggestedListedAndSearched(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = withMany(SignInPage.newcomer(visitor));
            opens(page);
            var suggested = group(page, "Suggested").getByRole(AriaRole.OPTION);
            assertThat(group(page, "All").getByRole(AriaRole.OPTION)).hasCount(MANY);
            // Offered anyway, middling, cheap, dear, free, sees, thinks, takes long texts.
            assertThat(suggested).containsText(new String[] {
                "Model 250",
                "Model 126",
                "Model 1",
                "Model 376",
                "Free",
                "sees pictures",
                "thinks before it answers",
                "9M"
            });

            search(page).fill("model 49");
            assertThat(page.getByRole(AriaRole.OPTION)).hasCount(15);
            search(page).press("Enter");
            assertThat(page.locator("#model-name")).hasText("Model 49");
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void theKeyboardIsEnough(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = withMany(SignInPage.newcomer(visitor));
            var button = button(page);
            button.press("ArrowDown");
            assertThat(search(page)).isFocused();
            assertThat(active(page)).containsText("Model 250");
            search(page).press("End");
            assertThat(active(page)).containsText("Model " + MANY);
            search(page).press("ArrowDown");
            assertThat(group(page, "Suggested").locator(".active")).hasCount(1);
            search(page).press("ArrowUp");
            assertThat(active(page)).containsText("Model " + MANY);
            search(page).press("Home");
            assertThat(active(page)).containsText("Model 250");
            search(page).press("Escape");
            assertThat(page.locator("#picker")).isHidden();
            assertThat(button).isFocused();

            button.press("m");
            assertThat(search(page)).isFocused();
            page.keyboard().type("odel 77");
            assertThat(search(page)).hasValue("model 77");
            assertThat(active(page)).containsText("Model 77");
            search(page).press("Enter");
            assertThat(page.locator("#model-name")).hasText("Model 77");
            assertThat(button).isFocused();
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void theListIsAccessibleAndASheetOnAPhone(Site site, Browser browser) {
        try (var visitor = Visitor.withPhone(browser, site.product().frontend())) {
            var page = withMany(SignInPage.newcomer(visitor));
            opens(page);
            assertThat(group(page, "All")).isVisible();
            var sheet = page.locator("#picker").boundingBox();
            assertThat(sheet.x).isZero();
            assertThat(sheet.width).isEqualTo(360);
            assertThat(sheet.y + sheet.height).isEqualTo(740);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            visitor.hasNothingToComplainAbout();
        }
    }

    private static void opens(Page page) {
        button(page).click();
    }

    private static Locator button(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Model:")));
    }

    private static Locator search(Page page) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search models"));
    }

    private static Locator group(Page page, String name) {
        return page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator active(Page page) {
        return page.locator("#picker-list .option.active");
    }

    /** The chat page of an installation whose provider lists hundreds of models. */
    private static Page withMany(Page page) {
        page.route(
                "**/bff/ai/models*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(IntStream.rangeClosed(1, MANY)
                                .mapToObj(PickerTest::model)
                                .collect(Collectors.joining(",", "{\"items\":[", "]}")))));
        page.navigate(page.url() + "chat");
        return page;
    }

    /** The higher its number the dearer and the older; some are free, see, think or take long texts. */
    private static String model(int number) {
        var price = number == 80 ? "0" : "0." + "%08d".formatted(number);
        return """
                {"id":"many/%1$d","name":"Model %1$d","input_modalities":["text"%2$s],"output_modalities":["text"],
                 "context_length":%3$d,"prices":{"prompt":"%4$s","completion":"%4$s"},
                 "capabilities":{"text":{"parameters":[]%5$s}},"default":%6$b,"available":true,
                 "created_at":"%7$sT00:00:00Z"}""".formatted(
                        number,
                        number == 90 ? ",\"image\"" : "",
                        number == 110 ? 9_000_000 : 128_000,
                        price,
                        number == 100 ? ",\"reasoning\":{}" : "",
                        number == 250,
                        LocalDate.of(2026, 6, 1).minusDays(number / 2));
    }
}
