package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Conversation;
import org.atelier.systemtest.rest.EventStream.Event;
import org.atelier.systemtest.rest.Films;
import org.atelier.systemtest.rest.Models;
import org.atelier.systemtest.rest.Pictures;
import org.junit.jupiter.api.Test;

/** Two people apart: what one was given to go on with is worth nothing in the hands of another, and no search finds the other's words. */
@OnSharedSite
class ApartHeadersTest {
    private static final List<String> LISTS = List.of(
            "/api/conversations",
            "/api/generate/image",
            "/api/generate/video",
            "/api/gallery",
            "/api/users/me/sessions");

    @Test
    void anIdempotencyKeyBelongsToWhoSentIt(Site site) {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var hers = site.somebody().with(key);
        var mine = site.somebody().with(key);
        var text = Map.of("model", Models.QUICK, "prompt", "Hers");
        var chat = Map.of("model", Models.QUICK, "messages", List.of(Map.of("role", "user", "content", "Hers")));
        var picture = Map.of("model", Pictures.QUICK, "prompt", "Hers");
        var film = Films.wish(Films.QUICK);
        for (var path : List.of("/api/generate/text", "/api/ai/chat", "/api/generate/image", "/api/generate/video")) {
            Object body = path.endsWith("text")
                    ? text
                    : path.endsWith("chat") ? chat : path.endsWith("image") ? picture : film;
            var her = id(hers, path, body);
            assertThat(id(hers, path, body)).as(path).isEqualTo(her);
            assertThat(id(mine, path, body)).as(path).isNotEmpty().isNotEqualTo(her);
        }
        var her = Conversation.of(hers, Models.QUICK);
        her.ask("Hers");
        mine.post(her.path() + "/messages", Map.of("content", "Hers")).expect(404);
        assertThat(her.ask("Hers")).isEqualTo(her.messages().get(0).path("id").asText());
    }

    private static String id(Api person, String path, Object body) {
        var reply = person.post(path, body);
        assertThat(reply.status()).as("%s", reply.body()).isBetween(200, 202);
        return reply.json().path("id").asText();
    }

    @Test
    void aPlaceInSomebodyElsesStreamShowsOnlyTheOwnEvents(Site site) {
        var hers = Belongings.of(site);
        try (var her = hers.api().events("/api/events", "")) {
            var place = her.next().orElseThrow().id();
            var asked = Conversation.of(hers.api(), Models.QUICK);
            var answer = asked.ask("What does " + hers.word() + " mean?");
            var last = her.until(event -> says(event, answer)).get(0).id();
            var mine = Belongings.of(site);
            for (var from : List.of(place, last, "0")) {
                try (var stream = mine.api().events("/api/events", from)) {
                    var own = Conversation.of(mine.api(), Models.QUICK).ask("What is mine?");
                    assertThat(stream.until(event -> says(event, own)))
                            .noneMatch(event -> says(event, hers.word()) || says(event, hers.user()))
                            .noneMatch(event -> says(event, answer) || says(event, asked.id()));
                }
            }
        }
    }

    private static boolean says(Event event, String word) {
        return event.data().toString().contains(word);
    }

    @Test
    void aPlaceInSomebodyElsesListShowsOnlyTheOwnThings(Site site) {
        var hers = Belongings.of(site);
        var mine = Belongings.of(site);
        // Somebody with two of each has a next page, and everything of mine is older than its place.
        Conversation.of(hers.api(), Models.QUICK);
        Pictures.make(hers.api(), Pictures.QUICK);
        Films.made(hers.api(), Films.QUICK);
        for (var list : LISTS.subList(0, 4)) {
            var cursor = hers.api().get(list + "?limit=1").expect(200).json().path("next_cursor");
            assertThat(cursor.asText()).as(list).isNotEmpty();
            var page = mine.api()
                    .get(list + "?limit=100&cursor=" + cursor.asText())
                    .expect(200);
            assertThat(page.body()).as(list).doesNotContain(hers.ids()).doesNotContain(hers.word());
            assertThat(ids(page.json())).as(list).isSubsetOf(mine.ids());
        }
        var cursor =
                hers.api().get(hers.messages() + "?limit=1").expect(200).json().path("next_cursor");
        var page =
                mine.api().get(mine.messages() + "?cursor=" + cursor.asText()).expect(200);
        assertThat(ids(page.json())).isSubsetOf(mine.question(), mine.answer());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsText("id").stream().distinct().toList();
    }

    @Test
    void noListAndNoSearchFindsWordsOfSomebodyElse(Site site) {
        var hers = Belongings.of(site);
        var mine = Belongings.of(site);
        for (var query : List.of("", "?q=" + hers.word(), "?album=" + hers.word(), "?starred=false")) {
            for (var list : LISTS) {
                assertThat(mine.api().get(list + query).expect(200).body())
                        .as(list + query)
                        .doesNotContain(hers.ids())
                        .doesNotContain(hers.word(), hers.session());
            }
        }
        assertThat(mine.api().get("/api/gallery/albums").body()).doesNotContain(hers.word());
        assertThat(hers.api().get("/api/conversations?q=" + hers.word()).body()).contains(hers.conversation());
        assertThat(hers.api().get("/api/gallery?q=" + hers.word()).body()).contains(hers.media());
    }
}
