package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.atelier.systemtest.product.Node;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;

/** The published JavaScript client of the OpenAI protocol; what it is held to is in {@code openai-js/client.test.mjs}. */
@OnSharedSite
class OpenAiNodeTest {
    @Test
    void theJavaScriptClientGetsWhatItExpects(Site site) {
        var person = site.somebody();
        var secret = person.post("/api/users/me/keys", Map.of("name", "The client"))
                .expect(201)
                .json()
                .path("secret")
                .asText();

        var said = Node.with("openai-js")
                .run(
                        Map.of("ATELIER_BASE_URL", person.server() + "/api/v1", "ATELIER_KEY", secret),
                        "node",
                        "--test",
                        "--test-reporter=spec",
                        "client.test.mjs");

        assertThat(said).contains("fail 0").doesNotContain("pass 0");
    }
}
