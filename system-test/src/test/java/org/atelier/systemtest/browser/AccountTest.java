package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The own account in the browser: every form of it, with and without script, and the ways back in. */
@OnSharedSite
@ExtendWith(Chromium.class)
class AccountTest {
    private static final String OTHER_PASSWORD = "another long phrase";

    private Person person;

    @BeforeEach
    void havePerson(Site site) {
        person = site.person();
    }

    @Test
    void languageAndAppearanceAreOfThePersonNotOfTheDevice(Site site, Browser browser) {
        try (var here = Visitor.atDesk(browser, site.product().frontend());
                var there = Visitor.withPhone(browser, site.product().frontend())) {
            var page = signIn(here);
            assertThat(html(page)).hasAttribute("lang", "en");
            page.navigate(here.site() + "/account");
            page.locator("#displayName").fill("Ada");
            page.locator("#language").selectOption("de");
            page.locator("#look").selectOption("dark");
            button(page, "Save").click();

            assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("Gespeichert.");
            isGermanAndDark(page);
            isGermanAndDark(signIn(there));
            assertThat(there.context().pages().get(0).getByText("Woran arbeiten wir, Ada?"))
                    .isVisible();
            here.hasNothingToComplainAbout();
        }
    }

    private static void isGermanAndDark(Page page) {
        assertThat(html(page)).hasAttribute("lang", "de");
        assertThat(html(page)).hasAttribute("data-appearance", "dark");
    }

    @Test
    void theSwitchInTheMenuIsKeptInTheAccount(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            var page = signIn(visitor);
            button(page, "Account").click();
            page.waitForResponse(
                    answer -> answer.url().endsWith("/appearance") && answer.status() == 204,
                    () -> page.getByText("Dark").click());

            page.reload();
            assertThat(html(page)).hasAttribute("data-appearance", "dark");
            page.navigate(visitor.site() + "/account");
            assertThat(page.locator("#look")).hasValue("dark");
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void whatWasSpentIsAChartWithATableBeside(Site site, Browser browser) {
        try (var visitor = Visitor.atDesk(browser, site.product().frontend())) {
            signIn(visitor);
            var page = visitor.open("/account");
            assertThat(page.locator("#usage-chart canvas")).isVisible();
            page.getByText("As a table").click();
            assertThat(page.locator("#usage-table tbody tr")).hasCount(30);
            visitor.hasNothingToComplainAbout();
        }
    }

    @Test
    void everythingIsDoneWithoutScript(Site site, Browser browser) {
        try (var visitor = Visitor.withoutScript(browser, site.product().frontend())) {
            signIn(visitor);
            var page = visitor.open("/account");
            assertThat(page.locator(".places li")).hasCount(2);
            assertThat(page.locator("#usage-table tbody tr")).hasCount(30);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out there"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("Signed out there.");
            assertThat(page.locator(".places li")).hasCount(1);

            changePassword(page, "not the password", OTHER_PASSWORD);
            assertThat(page.getByText("This password is not right.")).isVisible();
            changePassword(page, person.who().get("password"), "short");
            assertThat(page.getByText("Please use at least 12 characters.")).isVisible();
            changePassword(page, person.who().get("password"), OTHER_PASSWORD);
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Your new password holds.");
            person.with(OTHER_PASSWORD).get("/api/users/me").expect(200);
        }
    }

    private static void changePassword(Page page, String current, String next) {
        page.locator("#currentPassword").fill(current);
        page.locator("#newPassword").fill(next);
        button(page, "Change password").click();
    }

    @Test
    void whoDeletesTheAccountSeesWhatGoesAndIsAskedForThePassword(Site site, Browser browser) {
        try (var visitor = Visitor.withoutScript(browser, site.product().frontend())) {
            signIn(visitor);
            person.api().post("/api/conversations", Map.of()).expect(201);
            var page = visitor.open("/account");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Delete account"))
                    .click();
            assertThat(page.getByText("Chats: 1; messages in them: 0")).isVisible();
            page.locator("#password").fill("not the password");
            button(page, "Erase everything").click();
            assertThat(page.getByText("This password is not right.")).isVisible();
            page.locator("#password").fill(person.who().get("password"));
            button(page, "Erase everything").click();

            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Your account is deleted");
            person.api().get("/api/users/me").expect(401);
            new SignInPage(page).fills(person.who(), "Sign in");
            assertThat(page.getByText("E-mail or password is not right.")).isVisible();
        }
    }

    @Test
    void whoForgotThePasswordLearnsWhomToAskAndComesInByALink(Site site, Browser browser) {
        var administrator = site.administrator();
        try (var visitor = Visitor.withoutScript(browser, site.product().frontend())) {
            var page = visitor.open("/signin");
            page.getByText("Forgot your password?").click();
            assertThat(page.getByText("an administrator of this site")).isVisible();

            var link = administrator.post("/api/users/" + person.id() + "/password-reset", Map.of());
            page.navigate(visitor.site() + link.json().path("path").asText());
            page.locator("#password").fill(OTHER_PASSWORD);
            button(page, "Set password").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Your new password holds.");
            new SignInPage(page)
                    .fills(Map.of("email", person.who().get("email"), "password", OTHER_PASSWORD), "Sign in");
            assertThat(page).hasURL(visitor.site() + "/");

            page.navigate(visitor.site() + link.json().path("path").asText());
            page.locator("#password").fill("a third long phrase");
            button(page, "Set password").click();
            assertThat(page.getByText("This link was already used")).isVisible();
        }
    }

    @Test
    void whoWaitsToBeLetInReadsWhatHappensNext(Site site, Browser browser) {
        var administrator = site.administrator();
        administrator
                .send("PATCH", "/api/users/" + person.id(), Map.of("status", "pending"))
                .expect(200);
        try (var visitor = Visitor.withoutScript(browser, site.product().frontend())) {
            var page = visitor.open("/signin");
            new SignInPage(page).fills(person.who(), "Sign in");
            assertThat(page).hasURL(Pattern.compile("/waiting$"));
            assertThat(page.getByText("An administrator sees your account and lets you in."))
                    .isVisible();
        }
    }

    private Page signIn(Visitor visitor) {
        var page = visitor.open("/signin");
        new SignInPage(page).fills(person.who(), "Sign in");
        page.waitForURL(visitor.site() + "/");
        return page;
    }

    private static Locator html(Page page) {
        return page.locator("html");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
