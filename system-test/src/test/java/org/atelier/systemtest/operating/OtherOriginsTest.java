package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;

/** Pages of other sites: those that an operator named may call the API, no others. */
@OnSharedSite
class OtherOriginsTest {
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final Map<String, String> BEFORE =
            Map.of("Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "authorization");

    @Test
    void aNamedOriginIsToldThatItMayAndHearsTheAnswer(Site site) {
        var page = site.somebody().with(Map.of("Origin", Site.OTHER_ORIGIN));

        var before = page.as("").with(BEFORE).send("OPTIONS", "/api/v1/chat/completions", null);
        assertThat(before.expect(204).header(ALLOWED)).isEqualTo(Site.OTHER_ORIGIN);
        assertThat(before.header("Access-Control-Allow-Headers")).startsWith("Authorization");

        assertThat(page.get("/api/v1/models").expect(200).header(ALLOWED)).isEqualTo(Site.OTHER_ORIGIN);
        var refused = page.as("").get("/api/v1/models").expect(401);
        assertThat(refused.header(ALLOWED)).as("a page may read why").isEqualTo(Site.OTHER_ORIGIN);
        assertThat(refused.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void anyOtherOriginHearsNothing(Site site) {
        for (var origin : new String[] {"https://app.example.org.evil.example", "http://app.example.org", "null"}) {
            var page = site.somebody().with(Map.of("Origin", origin));
            assertThat(page.as("")
                            .with(BEFORE)
                            .send("OPTIONS", "/api/v1/models", null)
                            .status())
                    .as(origin)
                    .isEqualTo(401);
            var answer = page.get("/api/v1/models").expect(200);
            assertThat(answer.header(ALLOWED)).as(origin).isEmpty();
            assertThat(answer.header("Vary")).as(origin).contains("Origin");
        }
    }
}
