package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Reply;
import org.junit.jupiter.api.Test;

/** Two people apart: an id of somebody else in a body is refused in the very words that refuse one that nobody has. */
@OnSharedSite
class ApartBodiesTest {
    private static final String SEES = "demo/finch";

    /** Routes without a gap whose bodies hold nothing that belongs to anybody, or that only administrators may ask. */
    private static final List<String> WITHOUT_IDS = List.of(
            "PATCH /api/users/me",
            "POST /api/users/me/password",
            "POST /api/users/me/deletion",
            "POST /api/users/me/keys",
            "POST /api/users",
            "POST /api/ai/chat",
            "POST /api/v1/chat/completions",
            "POST /api/v1/images/generations",
            "POST /api/generate/text",
            "POST /api/media",
            "POST /api/admin/images/purge",
            "POST /api/admin/images/timed-out",
            "POST /api/admin/videos/purge",
            "POST /api/admin/videos/timed-out",
            "PATCH /api/admin/models",
            "POST /api/admin/models/refresh",
            "POST /api/admin/provider/test",
            "POST /api/admin/tokens/purge",
            "POST /api/admin/backups");

    /** @param foreign the somebody else's id in the body */
    private record Case(String route, String path, String foreign, Map<String, Object> body) {
        Case(String route, String foreign, Map<String, Object> body) {
            this(route, route.replaceFirst(".* ", ""), foreign, body);
        }

        Case throughPages() {
            return new Case(route, path.replaceFirst("^/api/", "/bff/"), foreign, body);
        }

        Reply sent(Api by, String id) {
            var body = Reply.JSON.valueToTree(this.body).toString().replace(foreign, id);
            return by.send(route.replaceFirst(" .*", ""), path, Reply.tree(body));
        }
    }

    @Test
    void anIdOfSomebodyElseInABodyIsAsOneThatNobodyHas(Site site) {
        var mine = Belongings.of(site);
        var hers = Belongings.of(site);
        var before = hers.seen() + mine.seen();
        var softly = new SoftAssertions();
        for (var one : cases(mine, hers)) {
            var reply = one.sent(mine.api(), one.foreign());
            softly.assertThat(reply.status()).as("%s: %s", one, reply.body()).isIn(404, 422);
            softly.assertThat(reply.body()).as("%s", one).doesNotContain(hers.word());
            var nobodys = UUID.randomUUID().toString();
            softly.assertThat(reply.said())
                    .as("%s", one)
                    .isEqualTo(one.sent(mine.api(), nobodys).said().replace(nobodys, one.foreign()));
            softly.assertThat(one.throughPages()
                            .sent(mine.browser(), one.foreign())
                            .status())
                    .as("%s through the pages", one)
                    .isIn(404, 422);
        }
        softly.assertAll();
        assertThat(hers.seen() + mine.seen()).isEqualTo(before);
    }

    @Test
    void everyRouteThatTakesABodyIsThoughtOf(Site site) {
        var some = Belongings.of(site);
        var thoughtOf = cases(some, some).stream().map(Case::route).toList();
        assertThat(Route.all().stream()
                        .filter(route -> !route.open() && !route.path().contains("{}"))
                        .filter(route -> !route.method().equals("GET"))
                        .map(Route::toString)
                        .filter(route -> !WITHOUT_IDS.contains(route) && !route.equals("POST /api/auth/logout")))
                .isSubsetOf(thoughtOf);
    }

    /** Whoever finds a refresh token of somebody could sign in with it; signing out with it is the owner's alone all the same. */
    @Test
    void somebodyElsesRefreshTokenIsNotSignedOut(Site site) {
        var mine = site.somebody();
        var hers = site.person();
        var token =
                site.anonymous().signIn(hers.who()).json().path("refresh_token").asText();

        mine.post("/api/auth/logout", Map.of("refresh_token", token)).expect(204);

        mine.get("/api/users/me").expect(401);
        site.anonymous()
                .post("/api/auth/refresh", Map.of("refresh_token", token))
                .expect(200);
    }

    private static List<Case> cases(Belongings mine, Belongings hers) {
        var own = "/api/conversations/" + mine.conversation();
        var change = "PATCH /api/conversations/{}";
        var ask = "POST /api/conversations/{}/messages";
        var media = hers.media();
        var both = List.of(mine.media(), media);
        var drawn = Map.<String, Object>of(
                "model", "demo/kingfisher", "prompt", "x", "reference_media_ids", List.of(media));
        return List.of(
                new Case(change, own, hers.answer(), Map.of("head_id", hers.answer())),
                new Case(change, own, hers.question(), Map.of("head_id", hers.question(), "title", "x")),
                new Case(change, own, hers.answer(), Map.of("branch_through", hers.answer())),
                new Case("POST /api/conversations", hers.answer(), Map.of("head_id", hers.answer())),
                new Case("POST /api/conversations", hers.question(), Map.of("branch_through", hers.question())),
                new Case(ask, mine.messages(), hers.answer(), Map.of("content", "x", "parent_id", hers.answer())),
                new Case(ask, mine.messages(), hers.question(), Map.of("content", "x", "sibling_of", hers.question())),
                new Case(
                        ask,
                        mine.messages(),
                        media,
                        Map.of("content", "x", "model", SEES, "attachments", List.of(media))),
                new Case(ask, mine.messages(), media, Map.of("content", "x", "model", SEES, "attachments", both)),
                new Case("POST /api/generate/image", media, drawn),
                new Case("POST /api/generate/image/estimate", media, drawn),
                new Case("POST /api/generate/video", media, filmed("image_media_id", media)),
                new Case("POST /api/generate/video", media, filmed("last_image_media_id", media)),
                new Case("POST /api/generate/video/from-image", media, filmed("image_media_id", media)),
                new Case("POST /api/generate/video/estimate", media, filmed("image_media_id", media)),
                new Case("POST /api/gallery/download", media, Map.of("ids", both)),
                new Case("POST /api/gallery/batch", media, Map.of("ids", both, "starred", true)),
                new Case("POST /api/gallery/batch", media, Map.of("ids", both, "deleted", true)));
    }

    private static Map<String, Object> filmed(String field, String media) {
        return Map.of("model", "demo/swift", "prompt", "x", field, media);
    }
}
