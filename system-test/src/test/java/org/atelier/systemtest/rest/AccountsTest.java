package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;

/** Coming in, being signed in and going, over the API, with somebody else beside who must not notice. */
@OnSharedSite
class AccountsTest {
    private static final String NEW_PASSWORD = "quite another phrase";

    @Test
    void aSessionIsEndedFromAnotherOneAndOnlyByItsOwner(Site site) {
        var ada = site.person();
        var elsewhere = ada.elsewhere();
        var eve = site.person();
        var sessions =
                ada.api().get("/api/users/me/sessions").expect(200).json().path("items");
        assertThat(sessions).hasSize(2);
        assertThat(sessions.findValuesAsText("current")).containsExactlyInAnyOrder("true", "false");
        assertThat(sessions.path(0).path("browser").asText()).isNotEmpty();
        var other = sessions.path(0).path("current").asBoolean() ? sessions.path(1) : sessions.path(0);
        var path = "/api/users/me/sessions/" + other.path("id").asText();

        eve.api().send("DELETE", path, null).expect(404);
        elsewhere.get("/api/users/me").expect(200);
        try (var own = ada.api().events("/api/events", "");
                var stream = elsewhere.events("/api/events", "")) {
            assertThat(stream.next()).isPresent();
            assertThat(own.next()).isPresent();
            ada.api().send("DELETE", path, null).expect(204);
            assertThat(stream.next()).as("an event for who is signed out").isEmpty();
            ada.api()
                    .post(
                            "/api/conversations/"
                                    + Conversation.of(ada.api(), Models.QUICK).id() + "/messages",
                            Map.of("content", "Hello"))
                    .expect(202);
            assertThat(own.next()).isPresent();
        }

        elsewhere.get("/api/users/me").expect(401);
        ada.api().get("/api/users/me").expect(200);
    }

    @Test
    void aLinkOfAnAdministratorGivesOneNewPassword(Site site) {
        var ada = site.person();
        var eve = site.person();
        var link = site.administrator()
                .post("/api/users/" + ada.id() + "/password-reset", Map.of())
                .expect(201)
                .json();
        var token = link.path("path").asText().replaceFirst("^/reset\\?token=", "");
        assertThat(link.path("expires_at").asText()).isNotEmpty();

        reset(site, token, "short").expect(422);
        reset(site, token, NEW_PASSWORD).expect(204);

        reset(site, token, NEW_PASSWORD + "!").expect(403);
        ada.api().get("/api/users/me").expect(401);
        site.anonymous().post("/api/auth/login", ada.who()).expect(401);
        ada.with(NEW_PASSWORD).get("/api/users/me").expect(200);
        eve.api().get("/api/users/me").expect(200);
    }

    private static Reply reset(Site site, String token, String password) {
        return site.anonymous().post("/api/auth/password-reset", Map.of("token", token, "new_password", password));
    }

    @Test
    void anAccountThatAnAdministratorMakesIsOpenedByItsLink(Site site) {
        var administrator = site.administrator();
        var email = "made-" + UUID.randomUUID() + "@example.org";
        var made = administrator
                .post("/api/users", Map.of("email", email, "display_name", "Made", "role", "user"))
                .expect(201)
                .json();
        administrator.post("/api/users", Map.of("email", email)).expect(409);
        administrator.post("/api/users", Map.of("email", "nonsense")).expect(422);
        var token = made.path("password_reset").path("path").asText().replaceFirst(".*token=", "");
        site.anonymous()
                .post("/api/auth/login", Map.of("email", email, "password", "anything at all"))
                .expect(401);

        reset(site, token, NEW_PASSWORD).expect(204);

        var opened = site.anonymous().signIn(Map.of("email", email, "password", NEW_PASSWORD));
        var person = site.anonymous().as(opened.json().path("access_token").asText());
        assertThat(person.get("/api/users/me").expect(200).json().path("origin").asText())
                .isEqualTo("made");
        assertThat(person.get("/api/users/me/usage").json().path("budget").isNull())
                .isTrue();
        administrator
                .send("DELETE", "/api/users/" + made.path("user").path("id").asText(), null)
                .expect(204);
        person.get("/api/users/me").expect(401);
    }

    @Test
    void whoGoesTakesEverythingAlongAndNothingOfOthers(Site site) {
        var ada = site.person();
        var eve = site.person();
        var endless = Conversation.of(ada.api(), Models.ENDLESS);
        endless.ask("Count without an end.");
        var foreign = Conversation.of(eve.api(), Models.SLOW);
        var id = ada.id();

        var dry = ada.api()
                .post("/api/users/me/deletion", Map.of("dry_run", true))
                .expect(200)
                .json();
        assertThat(dry.path("goes").path("conversations").asLong()).isEqualTo(1);
        assertThat(dry.path("goes").path("messages").asLong()).isEqualTo(2);
        assertThat(dry.path("goes").path("sessions").asLong()).isEqualTo(1);
        ada.api().post("/api/users/me/deletion", Map.of()).expect(422);
        ada.api()
                .post("/api/users/me/deletion", Map.of("password", "wrong and long"))
                .expect(422);
        ada.api().get(endless.path()).expect(200);

        ada.api()
                .post("/api/users/me/deletion", Map.of("password", ada.who().get("password")))
                .expect(204);

        ada.api().get("/api/users/me").expect(401);
        site.anonymous().post("/api/auth/login", ada.who()).expect(401);
        site.administrator().get("/api/users/" + id).expect(404);
        site.administrator().send("DELETE", "/api/users/" + id, null).expect(404);
        eve.api().get(foreign.path()).expect(200);
        site.anonymous().post("/api/auth/register", ada.who()).expect(201);
        var again = ada.elsewhere();
        assertThat(again.get("/api/conversations").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void theLastAdministratorCannotGo(Site site) {
        var administrator = site.administrator();
        administrator
                .post("/api/users/me/deletion", Map.of("password", Site.ADMINISTRATOR.get("password")))
                .expect(409);
        var id = administrator.get("/api/users/me").json().path("id").asText();
        administrator.send("DELETE", "/api/users/" + id, null).expect(409);
        administrator.get("/api/users/me").expect(200);
    }

    @Test
    void whoIsNoAdministratorDoesNothingToOthers(Site site) {
        var ada = site.person();
        var eve = site.person();
        var user = "/api/users/" + ada.id();
        var session = ada.api().get("/api/users/me/sessions").expect(200).json();
        var elsewhere = session.path("items").path(0).path("id").asText();

        eve.api().post("/api/users", Map.of("email", "more@example.org")).expect(403);
        for (var path : Set.of(user, user + "/sessions")) {
            eve.api().send("DELETE", path, null).expect(403);
        }
        eve.api().post(user + "/password-reset", Map.of()).expect(403);
        eve.api().send("DELETE", "/api/users/me/sessions/" + elsewhere, null).expect(404);
        // Not even oneself by the administrators' routes.
        eve.api().send("DELETE", "/api/users/" + eve.id(), null).expect(403);
        eve.api().post("/api/users/" + eve.id() + "/password-reset", Map.of()).expect(403);

        ada.api().get("/api/users/me").expect(200);
        site.administrator().send("DELETE", user + "/sessions", null).expect(204);
        ada.api().get("/api/users/me").expect(401);
        eve.api().get("/api/users/me").expect(200);
    }

    @Test
    void theOwnUsageHasThirtyDaysAndOnlyTheOwnCalls(Site site) {
        var ada = site.person();
        var eve = site.person();
        ada.api().post("/api/generate/text", Map.of("prompt", "Hello")).expect(200);

        var hers = ada.api().get("/api/users/me/usage/days").expect(200).json().path("items");
        assertThat(hers).hasSize(30);
        assertThat(calls(eve)).isZero();
        org.atelier.systemtest.product.Await.holds(
                "the line of the call", java.time.Duration.ofSeconds(10), () -> calls(ada) == 1);
    }

    private static long calls(Person person) {
        var days =
                person.api().get("/api/users/me/usage/days").expect(200).json().path("items");
        long calls = 0;
        for (var day : days) {
            calls += day.path("calls").asLong();
        }
        return calls;
    }
}
