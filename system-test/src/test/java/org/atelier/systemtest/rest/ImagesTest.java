package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures as a program asks for them. */
@OnSharedSite
class ImagesTest {
    private static final String DRAWS_MANY = "demo/kingfisher";

    @Test
    void aWishBecomesAPictureOfTheAskedShape(Site site) {
        var person = site.somebody();

        var job = Pictures.make(person, DRAWS_MANY, "n", 2, "aspect_ratio", "16:9", "seed", 7);

        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(job.path("history").findValuesAsText("status"))
                .containsExactly("queued", "submitting", "processing", "storing", "completed");
        assertThat(job.path("media")).hasSize(2);
        for (var item : job.path("media")) {
            assertThat(item.path("media_type").asText()).isEqualTo("image/png");
            assertThat(item.path("width").asDouble() / item.path("height").asDouble())
                    .isCloseTo(16.0 / 9, Offset.offset(0.02));
            assertThat(person.get(item.path("content_url").asText()).expect(200).mediaType())
                    .isEqualTo("image/png");
        }
        assertThat(job.path("cost").asText()).isEqualTo("0.08");
        assertThat(Pictures.read(person, job)).isEqualTo(job);
        assertThat(person.get(Pictures.at(job) + "/status").expect(200).json()).isEqualTo(job);
        assertThat(jobs(person)).containsExactly(job);
    }

    @Test
    void aJobIsToldAsItGoesOn(Site site) {
        var person = site.somebody();
        try (var mine = person.events("/api/events", "")) {
            mine.until(event -> event.name().equals("ready"));
            var job = Pictures.ask(person, Pictures.QUICK);
            try (var stream = person.events(Pictures.at(job) + "/events", "")) {
                assertThat(stream.until(ImagesTest::completed))
                        .extracting(event -> event.data().path("id"))
                        .containsOnly(job.path("id"));
                assertThat(stream.next()).isEmpty();
            }
            assertThat(mine.until(ImagesTest::completed))
                    .extracting(EventStream.Event::name)
                    .containsOnly("job");
        }
    }

    @Test
    void theSameRequestWithTheSameKeyIsOneJob(Site site) {
        var person =
                site.somebody().with(Map.of("Idempotency-Key", UUID.randomUUID().toString()));

        var first = Pictures.ask(person, Pictures.QUICK);
        var again = person.post("/api/generate/image", Pictures.wish(Pictures.QUICK));

        assertThat(again.json().path("id")).isEqualTo(first.path("id"));
        person.post("/api/generate/image", Pictures.wish(Pictures.SLOW)).expect(422);
        assertThat(jobs(person)).hasSize(1);
    }

    @Test
    void aCancelledJobStaysSoAndCanBeTriedAgain(Site site) {
        var person = site.somebody();
        var job = Pictures.ask(person, Pictures.ENDLESS);
        Await.holds(
                "the job to be sent",
                Duration.ofMinutes(1),
                () -> Pictures.read(person, job).path("status").asText().equals("processing"));
        person.send("DELETE", Pictures.at(job), null).expect(409);

        var cancelled =
                person.post(Pictures.at(job) + "/cancel", null).expect(200).json();

        assertThat(cancelled.path("status").asText()).isEqualTo("cancelled");
        assertThat(cancelled.path("finished_at").asText()).isNotBlank();
        var retried = person.post(Pictures.at(job) + "/retry", null).expect(202).json();
        assertThat(retried.path("retry_of")).isEqualTo(job.path("id"));
        assertThat(retried.path("parameters")).isEqualTo(job.path("parameters"));
        person.post(Pictures.at(retried) + "/cancel", null).expect(200);
        person.post(Pictures.at(retried) + "/cancel", null).expect(200);
        person.send("DELETE", Pictures.at(job), null).expect(204);
        person.get(Pictures.at(job)).expect(404);
    }

    @Test
    void whatCameOfFourIsKept(Site site) {
        var job = Pictures.make(site.somebody(), "fault/image-two-of-four", "n", 4);

        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(job.path("media")).hasSize(2);
        assertThat(job.path("history").get(4).path("reason").asText()).isEqualTo("2 of 4 pictures came.");
    }

    @ParameterizedTest
    @CsvSource({
        "fault/image-moderation, failed, content-refused",
        "fault/image-502, failed, provider-failed",
        "fault/image-no-picture, failed, provider-failed",
        "fault/image-empty, failed, provider-failed"
    })
    void aFailureIsASentence(String model, String status, String type, Site site) {
        var job = Pictures.make(site.somebody(), model);

        assertThat(job.path("status").asText()).isEqualTo(status);
        assertThat(job.path("error").path("type").asText()).endsWith("/" + type);
        assertThat(job.path("error").path("detail").asText()).isNotBlank();
        assertThat(job.path("media")).isEmpty();
    }

    @Test
    void whatAModelDoesNotDeclareIsRefusedBeforeAnythingIsSent(Site site) {
        var person = site.somebody();

        refused(person, "n", Pictures.wish(DRAWS_MANY, "n", 40));
        refused(person, "aspect_ratio", Pictures.wish(DRAWS_MANY, "aspect_ratio", "1:7"));
        refused(person, "seed", Pictures.wish("demo/robin", "seed", 1));
        refused(
                person,
                "reference_media_ids",
                Pictures.wish(DRAWS_MANY, "reference_media_ids", List.of(UUID.randomUUID())));

        assertThat(jobs(person)).isEmpty();
        assertThat(person.post("/api/generate/image/estimate", Pictures.wish(DRAWS_MANY, "n", 3))
                        .expect(200)
                        .json()
                        .path("estimated_cost")
                        .asText())
                .isEqualTo("0.12");
    }

    @Test
    void anOwnPictureGoesAlongAndAForeignOneDoesNot(Site site) {
        var ada = site.somebody();
        var eve = site.somebody();
        var picture =
                Pictures.only(Pictures.make(ada, Pictures.QUICK)).path("id").asText();

        var job = Pictures.make(ada, DRAWS_MANY, "reference_media_ids", List.of(picture));

        assertThat(job.path("status").asText()).isEqualTo("completed");
        refused(eve, "reference_media_ids", Pictures.wish(DRAWS_MANY, "reference_media_ids", List.of(picture)));
    }

    private static boolean completed(EventStream.Event event) {
        return event.data().path("status").asText().equals("completed");
    }

    private static void refused(Api person, String field, Map<String, Object> wish) {
        var problem = person.post("/api/generate/image", wish).expect(422).json();
        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly(field);
    }

    private static List<JsonNode> jobs(Api person) {
        var items = person.get("/api/generate/image").expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
