package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Upstream;
import org.atelier.systemtest.rest.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A provider that wants another key or money: administrators see it on every page until it is solved, nobody else does. */
@OnOwnProduct
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderTroubleTest {
    private static final List<String> PAGES = List.of("/", "/chat", "/account");

    private Upstream upstream;
    private Product product;
    private Api administrator;
    private Path key;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        upstream = Upstream.start();
        key = Files.writeString(folder.resolve("provider.key"), "good");
        product = Product.start(
                folder.resolve("data"),
                Map.of(
                        "OPENROUTER_BASE_URL",
                        upstream.baseUrl().toString(),
                        "OPENROUTER_API_KEY_FILE",
                        key.toString(),
                        "PROVIDER_DIALECT",
                        "openrouter",
                        "SIGN_UP",
                        "open",
                        "DEFAULT_BUDGET_USD",
                        "none"));
        administrator = Setup.overApi(product);
    }

    @AfterAll
    void stop() {
        if (product != null) {
            product.close();
        }
        upstream.close();
    }

    private static Locator notice(Page page) {
        return page.locator(".trouble");
    }

    private static int ask(Api person, String model) {
        return person.post(
                        "/api/ai/chat",
                        Map.of("model", model, "messages", List.of(Map.of("role", "user", "content", "Hi"))))
                .status();
    }

    @Test
    void missingCreditIsOnEveryPageOfAnAdministratorUntilSomethingIsPaidAgain(Browser browser) {
        assertThat(ask(administrator, "fault/402")).isEqualTo(503);
        try (var visitor = Visitor.withoutScript(browser, product.frontend());
                var other = Visitor.atDesk(browser, product.frontend())) {
            var page = SignInPage.administrator(visitor);
            var person = SignInPage.newcomer(other);
            for (var path : PAGES) {
                page.navigate(visitor.site() + path);
                assertThat(notice(page)).containsText("wants credit before it answers");
                person.navigate(other.site() + path);
                assertThat(person.locator("main")).isVisible();
                assertThat(notice(person)).hasCount(0);
            }
            assertThat(ask(administrator, "fault/good")).isEqualTo(200);
            page.reload();
            assertThat(page.locator("main")).isVisible();
            assertThat(notice(page)).hasCount(0);
            other.hasNothingToComplainAbout();
        }
    }

    @Test
    void whoIsNoAdministratorReadsItOnlyAtTheOwnMessage(Browser browser) {
        try (var visitor = Visitor.atDesk(browser, product.frontend())) {
            var chat = new ChatPage(SignInPage.newcomer(visitor));
            chat.chooses("fault/402");
            chat.asks("What is a lark?");
            assertThat(chat.page().locator(".message.assistant")).containsText("Tell an administrator");
            chat.page().reload();
            assertThat(chat.page().locator(".message.assistant")).containsText("Tell an administrator");
            assertThat(notice(chat.page())).hasCount(0);
        }
        assertThat(ask(administrator, "fault/good")).isEqualTo(200);
    }

    @Test
    void aRefusedKeyIsToldInTheReadersLanguageAndGoesWithAWorkingOne(Browser browser) throws Exception {
        Files.writeString(key, "refused-secret");
        awaitState("key-refused");
        try (var visitor = Visitor.withPhone(browser, product.frontend())) {
            var page = SignInPage.administrator(visitor);
            assertThat(notice(page)).containsText("OPENROUTER_API_KEY");
            page.navigate(visitor.site() + "/account");
            page.locator("#language").selectOption("de");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .first()
                    .click();
            assertThat(notice(page)).containsText("nimmt den Schlüssel dieser Installation nicht an");
            Files.writeString(key, "better");
            awaitState("ok");
            page.reload();
            assertThat(page.locator("main")).isVisible();
            assertThat(notice(page)).hasCount(0);
        } finally {
            administrator
                    .send("PATCH", "/api/users/me", Map.of("language", "en"))
                    .expect(200);
        }
    }

    @Test
    void openSignUpOnTheKeyWithoutADefaultBudgetIsUrgentOnEveryPageOfTheAdministration(Browser browser) {
        var status = administrator.get("/api/admin/status").expect(200).json();
        assertThat(status.path("warnings")).extracting(JsonNode::asText).containsExactly("unlimited-newcomers");
        try (var visitor = Visitor.atDesk(browser, product.frontend())) {
            SignInPage.administrator(visitor);
            for (var path : List.of("/admin", "/admin/models", "/admin/status")) {
                var page = visitor.open(path);
                assertThat(page.locator(".page > .note.bad"))
                        .containsText("Anybody can register, is let in at once and can spend without limit");
                ReadablePages.isReadable(page);
            }
            var page = visitor.open("/admin/status");
            assertThat(page.locator(".todo .state.bad")).hasCount(2);
            assertThat(page.locator(".todo")).containsText("DEFAULT_BUDGET_USD=5");
            assertThat(page.locator("#provider"))
                    .containsText(upstream.baseUrl().toString());
            assertThat(page.locator("#provider dl")).containsText("None of its own");
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void aTestFindsAKeyRefusedThatNobodyHasAskedForYet(Browser browser) throws Exception {
        try (var visitor = Visitor.withoutScript(browser, product.frontend())) {
            SignInPage.administrator(visitor);
            var page = visitor.open("/admin/status");
            test(page).click();
            assertThat(page.locator("#provider").getByRole(AriaRole.STATUS))
                    .containsText("The provider answered after");
            Files.writeString(key, "refused-secret");
            Await.holds("the test to fail", Duration.ofMinutes(1), () -> !administrator
                    .post("/api/admin/provider/test", null)
                    .expect(200)
                    .json()
                    .path("works")
                    .asBoolean());
            test(page).click();
            assertThat(page.locator("#provider").getByRole(AriaRole.ALERT)).hasText("The test failed.");
            assertThat(page.locator("#provider .state")).hasText("Refuses the key");
            assertThat(page.content()).doesNotContain("refused-secret");
        } finally {
            Files.writeString(key, "good");
            awaitState("ok");
        }
    }

    private static Locator test(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test"));
    }

    private void awaitState(String state) {
        Await.holds("the provider to be " + state, Duration.ofMinutes(1), () -> {
            var provider =
                    administrator.get("/api/admin/status").expect(200).json().path("provider");
            assertThat(provider.path("detail").asText()).isNotBlank().doesNotContain("refused-secret");
            return provider.path("state").asText().equals(state);
        });
    }

    @Test
    void onlyAdministratorsAsk() {
        Api.anonymous(product.backend())
                .asSomebodyNew()
                .get("/api/admin/status")
                .expect(403);
        Api.anonymous(product.backend()).get("/api/admin/status").expect(401);
    }
}
