package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Upstream;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Conversation;
import org.atelier.systemtest.rest.EventStream;
import org.atelier.systemtest.rest.Films;
import org.atelier.systemtest.rest.Person;
import org.atelier.systemtest.rest.Pictures;
import org.atelier.systemtest.rest.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What administrators decide about models holds everywhere, and their pages of models and jobs do what they say. */
@OnOwnProduct
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationOfModelsTest {
    private static final String MODELS = "/api/admin/models";
    private static final String TEXT = "bench/chunks-50";
    private static final String IMAGE = "/api/generate/image";

    private Path data;
    private Upstream upstream;
    private Product product;
    private Api administrator;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        upstream = Upstream.start();
        product = Product.start(data, settings());
        administrator = Setup.overApi(product);
    }

    private Map<String, String> settings() {
        return Map.of("OPENROUTER_BASE_URL", upstream.baseUrl().toString(), "PROVIDER_DIALECT", "openrouter");
    }

    @AfterAll
    void stop() {
        if (product != null) {
            product.close();
        }
        upstream.close();
    }

    private Reply decide(String id, Object... what) {
        var change = new HashMap<String, Object>(Map.of("ids", List.of(id)));
        for (int i = 0; i < what.length; i += 2) {
            change.put((String) what[i], what[i + 1]);
        }
        return administrator.send("PATCH", MODELS, change);
    }

    private static Map<String, Object> wish(String model) {
        return Map.of("model", model, "prompt", "A heron");
    }

    private static Map<String, Object> question(String model) {
        return Map.of("model", model, "messages", List.of(Map.of("role", "user", "content", "Hello")));
    }

    private static void isRefused(Reply reply) {
        assertThat(reply.expect(422).json().path("type").asText()).isEqualTo("/api/problems/model-not-available");
    }

    private static List<String> listed(Api person) {
        var items = person.get("/api/ai/models").expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(model -> model.path("id").asText())
                .toList();
    }

    @Test
    void whatIsSwitchedOffIsRefusedEverywhereAlsoAfterARestartAndItsConversationsAreReadable() {
        var model = "bench/delay-0";
        var made = Person.madeBy(administrator);
        var person = made.api();
        var conversation = Conversation.of(person, model);
        var answer = conversation.ask("Write something.");
        try (var events = conversation.events(answer, "")) {
            events.until(EventStream.Event::ends);
        }
        var film = Films.ended(person, Films.ask(person, Films.fault("failed")), Duration.ofMinutes(1));
        List.of(model, Pictures.QUICK, Films.fault("failed"))
                .forEach(id -> decide(id, "enabled", false).expect(200));
        var paid = upstream.paidRequests(model);

        everythingIsRefused(person, conversation, answer, model, film);
        assertThat(listed(person)).doesNotContain(model, Pictures.QUICK, Films.fault("failed"));
        administrator.post(MODELS + "/refresh", null).expect(200);
        product.close();
        product = Product.start(data, settings());
        administrator = Api.anonymous(product.backend()).as(Setup.signIn(product));
        var again = Api.anonymous(product.backend());
        person = again.as(again.signIn(made.who()).json().path("access_token").asText());
        conversation = new Conversation(person, conversation.id());

        everythingIsRefused(person, conversation, answer, model, film);
        assertThat(upstream.paidRequests(model)).isEqualTo(paid);
        assertThat(conversation.message(answer).path("content").asText()).isNotEmpty();
        assertThat(conversation.messages()).hasSize(2);
        person.post(conversation.path() + "/messages", Map.of("content", "Go on.", "model", TEXT))
                .expect(202);
    }

    private void everythingIsRefused(
            Api person, Conversation conversation, String answer, String model, JsonNode film) {
        isRefused(person.post("/api/ai/chat", question(model)));
        isRefused(person.post("/api/generate/text", wish(model)));
        isRefused(person.post("/api/conversations", Map.of("model", model)));
        isRefused(person.post(conversation.path() + "/messages", Map.of("content", "Go on.")));
        isRefused(person.post(conversation.path() + "/messages/" + answer + "/answers", Map.of()));
        isRefused(person.post(IMAGE, wish(Pictures.QUICK)));
        isRefused(person.post(IMAGE + "/estimate", wish(Pictures.QUICK)));
        isRefused(person.post(Films.PATH, wish(Films.fault("failed"))));
        isRefused(person.post(Films.PATH + "/" + film.path("id").asText() + "/retry", null));
        isRefused(administrator.post("/api/admin/videos/" + film.path("id").asText() + "/retry", null));
    }

    @Test
    void someModelsAreForAdministratorsAndTheListSaysSoByRole() {
        var model = "bench/delay-50";
        var person = Person.madeBy(administrator).api();
        decide(model, "roles", List.of("admin")).expect(200);

        isRefused(person.post("/api/ai/chat", question(model)));
        assertThat(listed(person)).doesNotContain(model);
        assertThat(listed(administrator)).contains(model);
        administrator.post("/api/ai/chat", question(model)).expect(200);
        person.get(MODELS).expect(403);
        person.send("PATCH", MODELS, Map.of("ids", List.of(model), "enabled", true))
                .expect(403);
        person.post(MODELS + "/refresh", null).expect(403);
        decide(model, "roles", List.of("user", "admin")).expect(200);
        person.post("/api/ai/chat", question(model)).expect(200);
    }

    @Test
    void aPriceThatOverridesIsWhatABudgetReckonsWith() {
        var someone = Person.madeBy(administrator);
        administrator
                .send(
                        "PATCH",
                        "/api/users/" + someone.id(),
                        Map.of("budget", Map.of("amount", "0.01", "period", "month")))
                .expect(200);
        var model = "bench/delay-50-chunks-50";
        someone.api().post("/api/ai/chat", question(model)).expect(200);
        decide(model, "price", Map.of("prompt", "1", "completion", "1", "override", true))
                .expect(200);

        someone.api().post("/api/ai/chat", question(model)).expect(402);
        var prices = administrator
                .get(MODELS + "?id=" + model)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("prices");
        assertThat(new BigDecimal(prices.path("prompt").asText())).isEqualByComparingTo("1");
        var unpriced = new HashMap<String, Object>(Map.of("ids", List.of(model)));
        unpriced.put("price", null);
        administrator.send("PATCH", MODELS, unpriced).expect(200);
        someone.api().post("/api/ai/chat", question(model)).expect(200);
    }

    private static Page signedIn(Visitor visitor, String path) {
        SignInPage.administrator(visitor);
        return visitor.open(path);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void modelsAreFoundSwitchedAndPricedWithoutScript(Browser browser) {
        var model = "bench/chunks-50-every-20";
        try (var visitor = Visitor.withoutScript(browser, product.frontend())) {
            var page = signedIn(visitor, "/admin/models");
            page.getByLabel("Find by name or id").fill(model);
            button(page, "Show").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody input[type=checkbox]").check();
            page.locator("#act").selectOption("off");
            page.locator("button[name=to][value=selected]").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("Changed: 1");
            assertThat(page.locator("tbody .state")).hasText("Switched off");
            isRefused(administrator.post("/api/ai/chat", question(model)));

            page.locator("tbody th a").click();
            page.getByLabel("Switched on").check();
            page.getByLabel("A million tokens in").fill("many");
            button(page, "Save").click();
            assertThat(page.getByText("A price is an amount of dollars")).isVisible();
            page.getByLabel("A million tokens in").fill("1,5");
            page.getByLabel("A million tokens out").fill("3");
            page.getByLabel("Goes before the price of the provider").check();
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Saved.");
            assertThat(page.getByText("$1.50 in, $3.00 out, a million tokens")).isVisible();
            administrator.post("/api/ai/chat", question(model)).expect(200);

            page.navigate(visitor.site() + "/admin/models");
            button(page, "Ask the provider again").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The list is as the provider gives it");
        }
    }

    @Test
    void jobsAreWatchedCancelledTriedAgainAndTidied(Browser browser) {
        var someone = Person.madeBy(administrator);
        var job = someone.api().post(IMAGE, wish(Pictures.SLOW)).expect(202).json();
        Films.ended(someone.api(), Films.ask(someone.api(), Films.fault("dead")), Duration.ofMinutes(1));
        var endless =
                someone.api().post(IMAGE, wish(Pictures.ENDLESS)).expect(202).json();
        try (var visitor = Visitor.atDesk(browser, product.frontend())) {
            var page = signedIn(visitor, "/admin/jobs?kind=image");
            var row = page.locator("tr[data-job='" + job.path("id").asText() + "']");
            assertThat(row).containsText(someone.who().get("email"));
            // In place, by the script.
            assertThat(row.locator(".state")).hasText("Finished");
            var one = visitor.open(
                    "/admin/job?kind=image&id=" + endless.path("id").asText());
            assertThat(one.locator("#state")).not().hasText("Cancelled");
            page.locator("button[name=cancel][value='" + endless.path("id").asText() + "']")
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("It is cancelled.");
            // By itself, also with its history and what can be done now.
            assertThat(one.locator("#state")).hasText("Cancelled");
            assertThat(one.locator(".steps li").last()).containsText("Cancelled");
            one.close();

            page.navigate(visitor.site() + "/admin/jobs?kind=video&user="
                    + someone.who().get("email"));
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody th a").click();
            assertThat(page.locator(".steps li").last()).containsText("Failed");
            button(page, "Try again").click();
            assertThat(page.getByText("It is tried again; this is the new job."))
                    .isVisible();

            page.navigate(visitor.site() + "/admin/jobs?kind=image");
            page.getByLabel("Ended more than so many days ago").fill("0");
            button(page, "Count them first").click();
            button(page, "Remove them for good").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Removed: ");
            assertThat(row).hasCount(0);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void thePagesAreReadableByEverybodyInTheLightAndInTheDark(Browser browser) {
        var person = Person.madeBy(administrator).api();
        var job = person.post(IMAGE, wish(Pictures.ENDLESS)).expect(202).json();
        var paths = List.of(
                "/admin/models",
                "/admin/model?id=" + TEXT,
                "/admin/jobs",
                "/admin/jobs?kind=video&days=30",
                "/admin/job?kind=image&id=" + job.path("id").asText());
        ReadablePages.areReadable(browser, product.frontend(), paths);
        // On a slow machine it has timed out by now.
        person.post(IMAGE + "/" + job.path("id").asText() + "/cancel", null);
    }
}
