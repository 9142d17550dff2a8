package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Conversation;
import org.atelier.systemtest.rest.Models;
import org.junit.jupiter.api.Test;

/** Two people apart: whatever has an id in its path is for anybody but its owner as if it had never been. */
@OnSharedSite
class ApartTest {
    @Test
    void anIdOfSomebodyElseInAPathIsAsOneThatNobodyHas(Site site) {
        var mine = Belongings.of(site);
        var hers = Belongings.of(site);
        var before = hers.seen();
        var softly = new SoftAssertions();
        Gaps.routes().forEach(route -> Gaps.paths(route.path(), mine, hers).forEach(path -> Gaps.bodies(route, hers)
                .forEach(body -> refuses(softly, mine.api(), hers, route, path, body))));
        softly.assertAll();
        assertThat(hers.seen()).isEqualTo(before);
    }

    @Test
    void norIsItThereForAPageOfSomebodyElse(Site site) {
        var mine = Belongings.of(site);
        var hers = Belongings.of(site);
        var before = hers.seen();
        var softly = new SoftAssertions();
        Gaps.routes().forEach(route -> Gaps.paths(route.path(), mine, hers).forEach(path -> {
            for (var body : Gaps.bodies(route, hers)) {
                var reply = mine.browser().send(route.method(), Gaps.throughPages(path), body);
                softly.assertThat(reply.status())
                        .as("%s: %s", route, reply.body())
                        .isEqualTo(404);
                softly.assertThat(reply.body()).as("%s", route).doesNotContain(hers.word());
            }
        }));
        softly.assertAll();
        mine.browser().get("/bff/conversations/" + mine.conversation()).expect(200);
        assertThat(mine.browser().get("/chat?c=" + hers.conversation()).body()).doesNotContain(hers.word());
        form(mine, "/account/end-session", hers.session());
        form(mine, "/account/revoke-key", hers.key());
        form(mine, "/gallery/download", hers.media());
        assertThat(hers.seen()).isEqualTo(before);
        hers.browser().get("/bff/users/me").expect(200);
    }

    /** Otherwise nothing above would mean anything. */
    @Test
    void theOwnerReadsAllOfIt(Site site) {
        var hers = Belongings.of(site);
        var softly = new SoftAssertions();
        Gaps.routes()
                .filter(route -> route.method().equals("GET"))
                .filter(route -> !onlyForAdministrators(route.path()))
                .forEach(route -> hers.inner(route.path()).forEach(inner -> {
                    var path = Gaps.filled(route.path(), hers.outer(route.path()), inner);
                    softly.assertThat(hers.api().get(path).status()).as(path).isEqualTo(200);
                }));
        Stream.of("/api/conversations/{}", "/api/conversations/{}/messages", "/api/gallery/{}", "/api/media/{}/content")
                .map(path -> Gaps.throughPages(Gaps.filled(path, hers.outer(path), "")))
                .forEach(path -> softly.assertThat(hers.browser().get(path).status())
                        .as(path)
                        .isEqualTo(200));
        softly.assertAll();
    }

    @Test
    void anAnswerUnderWayIsReadAndStoppedByItsOwnerOnly(Site site) {
        var mine = Belongings.of(site);
        var her = Conversation.of(site.somebody(), Models.ENDLESS);
        var answer = her.ask("Is this still coming?");
        for (var conversation : List.of(her.id(), mine.conversation())) {
            var path = "/api/conversations/" + conversation + "/answers/" + answer;
            mine.api().get(path + "/events").expect(404);
            mine.api().post(path + "/stop", Map.of()).expect(404);
        }
        assertThat(her.message(answer).path("status").asText()).isEqualTo("streaming");
        her.stop(answer).expect(200);
    }

    @Test
    void whatWasDeletedComesBackForItsOwnerOnly(Site site) {
        var mine = Belongings.of(site);
        var hers = Belongings.of(site);
        for (var path : List.of("/api/conversations/" + hers.conversation(), "/api/gallery/" + hers.media())) {
            hers.api().send("DELETE", path, null).expect(204);
            mine.api().post(path + "/restore", Map.of()).expect(404);
            hers.api().post(path + "/restore", Map.of()).expect(200);
        }
    }

    private static void refuses(SoftAssertions softly, Api me, Belongings hers, Route route, String path, Object body) {
        var reply = me.send(route.method(), path, body);
        softly.assertThat(reply.status())
                .as("%s as %s: %s", route, path, reply.body())
                .isEqualTo(onlyForAdministrators(route.path()) ? 403 : 404);
        softly.assertThat(reply.body()).as("%s", route).doesNotContain(hers.word());
        softly.assertThat(reply.said())
                .as("%s", route)
                .isEqualTo(
                        me.send(route.method(), Gaps.nobodys(path, hers), body).said());
    }

    private static boolean onlyForAdministrators(String path) {
        return path.startsWith("/api/users/{}") || path.startsWith("/api/admin/");
    }

    private static void form(Belongings mine, String path, String id) {
        var reply = mine.browser().form(path, Map.of("id", id));
        assertThat(reply.statusCode()).as("%s: %s", path, reply.body()).isBetween(300, 399);
    }
}
