package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Models;
import org.atelier.systemtest.rest.Person;
import org.junit.jupiter.api.Test;

/** What a collector of figures gets, and nobody else. */
@OnSharedSite
class MetricsTest {
    @Test
    void onlyTheTokenOpensThem(Site site) {
        for (var wrong : List.of(
                "", "wrong", Site.METRICS_TOKEN + "x", site.administrator().credential())) {
            var refused = site.anonymous().as(wrong).get("/metrics").expect(401);
            assertThat(refused.challenge()).isEqualTo("Bearer");
            assertThat(refused.body()).contains("/api/problems/unauthenticated").doesNotContain("atelier_");
        }
        site.anonymous().as(Site.METRICS_TOKEN).get("/api/users/me").expect(401);
        site.anonymous().as(Site.METRICS_TOKEN).post("/metrics", Map.of()).expect(401);
    }

    @Test
    void theyCountWhatHappensByRouteAndNameNobody(Site site) {
        var person = Person.madeBy(site.administrator());
        var answer = Map.of("model", Models.QUICK, "messages", List.of(Map.of("role", "user", "content", "Well?")));
        person.api().post("/api/ai/chat", answer).expect(200);
        var madeUp = "/api/users/" + person.id() + "/made-up";
        person.api().get(madeUp).expect(404);

        try (var events = person.api().events("/api/events", "")) {
            assertThat(events.next()).isPresent();
            assertThat(scrape(site))
                    .containsPattern("atelier_open_requests [1-9]")
                    .containsPattern("atelier_open_streams [1-9]");
        }
        Await.holds(
                "the call being counted",
                Duration.ofSeconds(20),
                () -> scrape(site)
                        .matches(
                                "(?s).*atelier_provider_calls_total\\{failure=\"none\",kind=\"text\",outcome=\"completed\"} .*"));
        assertThat(scrape(site))
                .containsPattern(
                        "atelier_http_requests_total\\{method=\"POST\",route=\"/api/ai/chat\",status=\"200\"} [1-9]")
                .containsPattern("atelier_http_requests_total\\{method=\"GET\",route=\"other\",status=\"404\"} [1-9]")
                .contains("atelier_http_request_duration_seconds_bucket{method=\"POST\",route=\"/api/ai/chat\",le=")
                .contains("atelier_provider_call_duration_seconds_bucket{kind=\"text\",le=")
                .contains("atelier_tokens_total{direction=\"completion\"}", "atelier_cost_dollars_total{demo=")
                .contains("atelier_jobs_waiting{kind=\"image\"}", "atelier_database_writes_waiting")
                .contains("atelier_database_commit_tasks_bucket", "atelier_database_reads_under_way")
                .doesNotContain(person.id(), "made-up", Models.QUICK);
    }

    private static String scrape(Site site) {
        var reply = site.anonymous().as(Site.METRICS_TOKEN).get("/metrics").expect(200);
        assertThat(reply.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        return reply.body();
    }
}
