package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Conversation;
import org.atelier.systemtest.rest.EventStream;
import org.atelier.systemtest.rest.Models;
import org.atelier.systemtest.rest.Person;
import org.junit.jupiter.api.Test;

/** Walks every route with keys of every scope, and takes keys away while they are used. */
@OnSharedSite
class KeyScopesTest {
    private static final Map<String, Pattern> MAY = Map.of(
            "read",
            Pattern.compile("GET /api/(?!admin|users$|users/\\{}|users/me/(sessions|keys)).*"
                    + "|POST /api/(generate/(image|video)/estimate|gallery/download)"),
            "text",
            Pattern.compile("GET /api/(users/me(/usage)?|ai/models|conversations.*)"
                    + "|POST /api/(ai/chat|generate/text|media|conversations.*)|(PATCH|DELETE) /api/conversations.*"
                    + "|(GET|POST) /api/v1/(models.*|chat/completions)"),
            "image",
            makes("image"),
            "video",
            makes("video"),
            "admin",
            Pattern.compile(
                    "GET /api/users/me|[A-Z]+ /api/admin/.*|GET /api/users|[A-Z]+ /api/users/\\{}(/sessions|/usage|/deletion)?"));

    private static Pattern makes(String kind) {
        return Pattern.compile("GET /api/(users/me(/usage)?|ai/models|media.*)|POST /api/media|[A-Z]+ /api/gallery.*"
                + "|[A-Z]+ /api/generate/" + kind + ".*|GET /api/v1/models.*"
                + (kind.equals("image") ? "|POST /api/v1/images/generations" : ""));
    }

    @Test
    void aKeyGoesWhereItsScopeLeadsAndNowhereElse(Site site) {
        var administrator = site.administrator();
        var softly = new SoftAssertions();
        MAY.forEach((scope, routes) -> {
            var key = key(site, administrator, Map.of("scopes", List.of(scope)));
            Route.all().stream().filter(route -> !route.open()).forEach(route -> {
                boolean may = routes.matcher(route.toString()).matches();
                if (!may) {
                    refuses(softly, scope, key, route);
                } else if (!scope.equals("admin") || route.method().equals("GET")) {
                    softly.assertThat(status(key, route))
                            .as("%s with the scope %s", route, scope)
                            .isNotIn(401, 403);
                }
            });
        });
        softly.assertAll();
    }

    /** The id of a model may be anything; the stream is where the server would go for it. */
    @Test
    void anotherSpellingOfAPathLeadsNowhere(Site site) {
        var owner = site.somebody();
        var key = key(site, owner, Map.of("scopes", List.of("text")));

        assertThat(followed(key, "/api/v1/models/..%2F..%2Fevents")).isEqualTo(404);
        for (var path : List.of("/api/users/..%2Fevents", "/api/./events", "/api//events", "/api/events;x=1")) {
            assertThat(followed(key, path)).as(path).isEqualTo(403);
            assertThat(followed(owner, path)).as(path).isEqualTo(404);
        }
    }

    private static int followed(Api who, String path) {
        try (var answer = who.events(path, "")) {
            return answer.status();
        }
    }

    private static void refuses(SoftAssertions softly, String scope, Api key, Route route) {
        var reply = key.send(route.method(), route.example(), route.body());
        softly.assertThat(reply.status())
                .as("%s with the scope %s", route, scope)
                .isEqualTo(403);
        softly.assertThat(reply.body()).as("%s", route).containsAnyOf("/api/problems/forbidden", "permission_error");
    }

    /** Some of them are streams, which nobody reads to the end here. */
    private static int status(Api key, Route route) {
        if (!route.method().equals("GET")) {
            return key.send(route.method(), route.example(), route.body()).status();
        }
        try (var answer = key.events(route.example(), "")) {
            return answer.status();
        }
    }

    private static Api key(Site site, Api owner, Map<String, Object> wish) {
        return site.anonymous().as(made(owner, wish).path("secret").asText());
    }

    private static JsonNode made(Api owner, Map<String, Object> wish) {
        var named = new HashMap<>(wish);
        named.put("name", "Nightly");
        return owner.post("/api/users/me/keys", named).expect(201).json();
    }

    @Test
    void aKeyIsToldOnceAndKnownByItsBeginning(Site site) {
        var owner = site.somebody();
        var made = made(owner, Map.of());
        var secret = made.path("secret").asText();
        assertThat(made.path("scopes").toString()).isEqualTo("[\"read\",\"text\",\"image\",\"video\"]");
        assertThat(secret).startsWith(made.path("prefix").asText());

        site.anonymous().as(secret).get("/api/users/me").expect(200);
        var list = owner.get("/api/users/me/keys").expect(200);
        assertThat(list.body()).doesNotContain(secret).doesNotContain("secret");
        var shown = list.json().path("items").get(0);
        assertThat(shown.path("prefix").asText()).isEqualTo(made.path("prefix").asText());
        assertThat(Instant.parse(shown.path("last_used_at").asText()))
                .isAfterOrEqualTo(Instant.parse(shown.path("created_at").asText()));
    }

    @Test
    void whatCannotBeIsRefused(Site site) {
        var person = site.somebody();
        Stream.<Map<String, Object>>of(
                        Map.of(),
                        Map.of("name", " "),
                        Map.of("name", "x".repeat(81)),
                        Map.of("name", "x", "scopes", List.of()),
                        Map.of("name", "x", "scopes", List.of("everything")),
                        Map.of("name", "x", "scopes", List.of("admin")),
                        Map.of("name", "x", "expires_at", "2020-01-01T00:00:00Z"),
                        Map.of("name", "x", "expires_at", "tomorrow"),
                        Map.of("name", "x", "budget", Map.of("amount", "-1", "period", "day")),
                        Map.of("name", "x", "secret", "atl_mine"))
                .forEach(wish -> person.post("/api/users/me/keys", wish).expect(422));
        assertThat(person.get("/api/users/me/keys").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void whatIsTakenAwayHoldsFromTheNextRequestOnAndEndsWhatIsBeingSent(Site site) {
        var administrator = site.administrator();
        var person = Person.madeBy(administrator);
        var made = made(person.api(), Map.of());
        var key = site.anonymous().as(made.path("secret").asText());
        var conversation = Conversation.of(key, Models.ENDLESS);
        var answer = conversation.ask("Is this still coming?");
        try (var stream = conversation.events(answer, "")) {
            assertThat(stream.next()).isPresent();
            person.api()
                    .send("DELETE", "/api/users/me/keys/" + made.path("id").asText(), null)
                    .expect(204);
            key.get("/api/users/me").expect(401);
            assertThat(readToItsEnd(stream)).isTrue();
        }
        person.api()
                .send("DELETE", "/api/users/me/keys/" + made.path("id").asText(), null)
                .expect(404);
        new Conversation(person.api(), conversation.id()).stop(answer).expect(200);

        var another = key(site, person.api(), Map.of());
        another.get("/api/users/me").expect(200);
        administrator
                .send("PATCH", "/api/users/" + person.id(), Map.of("status", "disabled"))
                .expect(200);
        another.get("/api/users/me").expect(401);
    }

    /** The answer itself goes on for minutes. */
    private static boolean readToItsEnd(EventStream stream) {
        return stream.until(EventStream.Event::ends).stream().noneMatch(EventStream.Event::ends);
    }
}
