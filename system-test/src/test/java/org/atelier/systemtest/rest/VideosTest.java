package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;

/** Films as a program asks for them. */
@OnSharedSite
class VideosTest {
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final String FROM_IMAGE = Films.PATH + "/from-image";
    private static final String ADMIN = "/api/admin/videos";

    @Test
    void whatAModelDoesNotDeclareIsRefusedBeforeAnythingIsSent(Site site) {
        var person = site.somebody();
        var picture = picture(person);

        refused(person, "aspect_ratio", Films.wish(Films.QUICK, "aspect_ratio", "4:3"));
        refused(person, "resolution", Films.wish(Films.QUICK, "resolution", "720p"));
        refused(person, "size", Films.wish(Films.QUICK, "size", "160x96"));
        refused(person, "duration", Films.wish(Films.QUICK, "duration", 3));
        refused(person, "generate_audio", Films.wish(Films.QUICK, "generate_audio", true));
        refused(person, "seed", Films.wish("demo/swallow", "seed", 1));
        refused(person, "image_media_id", Films.wish("demo/crane", "image_media_id", picture));
        refused(person, "last_image_media_id", Films.wish("demo/swallow", "last_image_media_id", picture));
        refused(person, "aspect_ratio", Films.wish(Films.SIZED, "aspect_ratio", "16:9"));
        refused(person, "size", Films.wish(Films.SIZED, "size", "160x96", "aspect_ratio", "16:9"));
        refused(person, "fps", Films.wish(Films.QUICK, "fps", 60));
        refused(person, "image_media_id", Films.wish(Films.QUICK, "image_media_id", UUID.randomUUID()));
        var none = person.post(FROM_IMAGE, Films.wish(Films.QUICK)).expect(422).json();
        assertThat(none.path("errors").findValuesAsText("field")).containsExactly("image_media_id");

        assertThat(Films.all(person)).isEmpty();
    }

    @Test
    void aFilmBetweenTwoPicturesIsAsLongAndAsDearAsItWasAskedFor(Site site) {
        var person = site.somebody();
        var wish = Films.wish(Films.SIZED, "size", "96x160", "duration", 4, "generate_audio", true, "seed", 7);
        wish.put("image_media_id", picture(person));
        wish.put("last_image_media_id", picture(person));
        var estimate = person.post(Films.PATH + "/estimate", wish).expect(200).json();

        var job = person.with(Map.of("Prefer", "wait=60"))
                .post(FROM_IMAGE, wish)
                .expect(200)
                .json();

        assertThat(job.path("status").asText()).as("%s", job).isEqualTo("completed");
        wish.forEach(
                (field, wanted) -> assertThat(job.path("parameters").path(field).asText())
                        .as(field)
                        .isEqualTo(wanted.toString()));
        assertThat(job.path("cost").asText())
                .isEqualTo(estimate.path("estimated_cost").asText())
                .isEqualTo("0.04");
        var film = job.path("media").get(0);
        assertThat(film.path("media_type").asText()).isEqualTo("video/mp4");
        assertThat(List.of(film.path("width").asInt(), film.path("height").asInt()))
                .containsExactly(96, 160);
        assertThat(film.path("duration").asDouble()).isCloseTo(4, Offset.offset(0.2));
        assertThat(person.with(Map.of("Range", "bytes=4-7"))
                        .get(film.path("content_url").asText())
                        .expect(206)
                        .body())
                .isEqualTo("ftyp");
        assertThat(person.get(film.path("thumbnail_url").asText()).expect(200).mediaType())
                .startsWith("image/");
    }

    @Test
    void whatIsDeletedIsHiddenAndItsFilmRestsInTheGallery(Site site) {
        var person = site.somebody();
        var job = Films.made(person, Films.QUICK);
        var film = job.path("media").get(0).path("id").asText();
        person.post(Films.at(job) + "/retry", null).expect(409);
        person.post(Films.at(job) + "/cancel", null).expect(409);

        person.send("DELETE", Films.at(job), null).expect(204);

        person.get(Films.at(job)).expect(404);
        assertThat(Films.all(person)).isEmpty();
        person.get("/api/gallery/" + film).expect(200);
        person.send("DELETE", "/api/gallery/" + film, null).expect(204);
        assertThat(gallery(person, "?kind=video")).isEmpty();
        assertThat(gallery(person, "?deleted=true")).containsExactly(film);
        person.post("/api/gallery/" + film + "/restore", null).expect(200);
        assertThat(gallery(person, "?kind=video")).containsExactly(film);
    }

    @Test
    void anAdministratorFindsEndsAndTriesAgainWhatIsSomebodys(Site site) {
        var owner = site.person();
        var administrator = site.administrator();
        var failed = Films.ended(owner.api(), Films.ask(owner.api(), Films.fault("failed")), A_WHILE);
        var underWay = Films.ask(owner.api(), Films.ENDLESS);
        Films.when(owner.api(), underWay, "processing", A_WHILE);
        owner.api().send("DELETE", Films.at(underWay), null).expect(409);
        var hers = "?user=" + owner.who().get("email");

        assertThat(ids(administrator, hers + "&status=failed")).containsExactly(id(failed));
        assertThat(ids(administrator, hers + "&model=" + Films.ENDLESS)).containsExactly(id(underWay));
        var first = administrator.get(ADMIN + hers + "&limit=1").expect(200).json();
        assertThat(first.path("items").findValuesAsText("email"))
                .containsExactly(owner.who().get("email"));
        assertThat(ids(
                        administrator,
                        hers + "&limit=1&cursor=" + first.path("next_cursor").asText()))
                .containsExactly(id(failed));

        administrator.post(ADMIN + "/" + id(underWay) + "/cancel", null).expect(200);
        var cancelled = Films.read(owner.api(), underWay);
        assertThat(cancelled.path("status").asText()).isEqualTo("cancelled");
        assertThat(cancelled.path("history").findValuesAsText("reason")).contains("Cancelled by an administrator.");
        var again = administrator
                .post(ADMIN + "/" + id(underWay) + "/retry", null)
                .expect(202)
                .json();
        var retried = Films.read(owner.api(), again);
        assertThat(retried.path("retry_of")).isEqualTo(underWay.path("id"));
        assertThat(retried.path("parameters")).isEqualTo(underWay.path("parameters"));
        administrator.post(ADMIN + "/" + id(again) + "/cancel", null).expect(200);
        administrator
                .post(ADMIN + "/" + id(failed) + "/settle", Map.of("cost", "1"))
                .expect(409);
        administrator.send("DELETE", ADMIN + "/" + id(failed), null).expect(204);
        owner.api().get(Films.at(failed)).expect(404);
        assertThat(administrator
                        .post(ADMIN + "/purge", Map.of("older_than", "P3650D"))
                        .expect(200)
                        .json()
                        .path("deleted")
                        .asLong())
                .isZero();
    }

    private static String picture(Api person) {
        return id(person.upload("/api/media", "a.png", Pictures.noise(40))
                .expect(201)
                .json());
    }

    private static void refused(Api person, String field, Map<String, Object> wish) {
        var problem = person.post(Films.PATH, wish).expect(422).json();
        assertThat(problem.path("errors").findValuesAsText("field"))
                .as("%s", problem)
                .containsExactly(field);
    }

    private static List<String> gallery(Api person, String query) {
        return person.get("/api/gallery" + query)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private static List<String> ids(Api administrator, String query) {
        var items = administrator.get(ADMIN + query).expect(200).json().path("items");
        return java.util.stream.StreamSupport.stream(items.spliterator(), false)
                .map(VideosTest::id)
                .toList();
    }

    private static String id(JsonNode job) {
        return job.path("id").asText();
    }
}
