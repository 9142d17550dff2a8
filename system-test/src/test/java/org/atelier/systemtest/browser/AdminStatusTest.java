package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the installation is, over the API and on the page of the administration. */
@OnSharedSite
@ExtendWith(Chromium.class)
class AdminStatusTest {
    private static final int STEPS = 6;

    @Test
    void theStatusSaysHowEverythingIs(Site site) {
        var administrator = site.administrator();
        site.somebody()
                .post(
                        "/api/ai/chat",
                        Map.of("model", Models.QUICK, "messages", List.of(Map.of("role", "user", "content", "Hi"))))
                .expect(200);

        var status = administrator.get("/api/admin/status").expect(200).json();

        assertThat(status.at("/server/version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(status.at("/server/uptime_seconds").asLong()).isPositive();
        assertThat(status.at("/provider/state").asText()).isEqualTo("demo");
        assertThat(status.at("/provider/key/given").asBoolean()).isFalse();
        assertThat(status.at("/models/listed").asLong()).isPositive();
        assertThat(status.at("/models/refreshed_at").asText()).endsWith("Z");
        assertThat(status.at("/storage/database/bytes").asLong()).isPositive();
        assertThat(status.at("/storage/database/journal_bytes").asLong()).isPositive();
        assertThat(status.at("/storage/disk/free_bytes").asLong()).isPositive();
        assertThat(status.path("queues"))
                .extracting(queue -> queue.path("kind").asText())
                .containsExactly("image", "video");
        assertThat(status.path("steps"))
                .filteredOn(step -> step.path("name").asText().equals("provider"))
                .extracting(step ->
                        step.path("state").asText() + " " + step.path("setting").asText())
                .containsExactly("open OPENROUTER_API_KEY");
        assertThat(status.path("warnings")).isEmpty();
        var database = administrator.get("/api/admin/health/db").expect(200).json();
        assertThat(database.path("healthy").asBoolean()).isTrue();
        assertThat(database.path("version").asText()).isNotEmpty();
        assertThat(database.path("schema").asInt()).isPositive();
    }

    @Test
    void whoTestsAndTidiesIsInTheAuditAndNobodyIsSignedOutByIt(Site site) {
        var administrator = site.administrator();
        var person = site.somebody();

        var tested =
                administrator.post("/api/admin/provider/test", null).expect(200).json();
        var purged =
                administrator.post("/api/admin/tokens/purge", null).expect(200).json();

        assertThat(tested.path("works").asBoolean()).isTrue();
        assertThat(tested.at("/provider/key/checked_at").asText()).endsWith("Z");
        assertThat(purged.path("sessions").isInt()).isTrue();
        person.get("/api/users/me").expect(200);
        assertThat(last(administrator, "provider.tested").at("/after/state").asText())
                .isEqualTo("works");
        assertThat(last(administrator, "tokens.purged").at("/after/sessions").isInt())
                .isTrue();
    }

    private static JsonNode last(Api administrator, String action) {
        return administrator
                .get("/api/admin/audit?limit=1&action=" + action)
                .expect(200)
                .json()
                .at("/items/0");
    }

    @Test
    void anAdministratorSeesItTestsAndTidiesWithoutScript(Site site, Browser browser) {
        site.administrator();
        try (var visitor = Visitor.withoutScript(browser, site.product().frontend())) {
            SignInPage.administrator(visitor);
            var page = visitor.open("/admin");
            page.getByText("What to do").click();
            assertThat(page.locator("#first-steps")).containsText("OPENROUTER_API_KEY=");
            assertThat(page.locator(".todo li")).hasCount(STEPS);
            assertThat(page.getByText("Healthy")).isVisible();
            assertThat(page.locator(".page > .note.bad")).hasCount(0);
            button(page, "Test").click();
            assertThat(page.locator("#provider").getByRole(AriaRole.STATUS))
                    .containsText("The provider answered after");
            button(page, "Forget what is over").click();
            assertThat(page.locator("#sign-ins").getByRole(AriaRole.STATUS)).containsText("Forgotten:");
            visitor.hasNothingToComplainAbout();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
