package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.systemtest.product.Node;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;

/** What the server says of itself. That its answers are as described, {@link Api} sees to in every test. */
@OnSharedSite
class DescriptionTest {
    @Test
    void theServerGivesTheDocumentThatIsCheckedIn(Site site) throws IOException {
        var file = Files.readString(Description.FILE);

        var yaml = site.anonymous().get("/api/openapi.yaml").expect(200);
        var json = site.anonymous().get("/api/openapi.json").expect(200);

        assertThat(yaml.body()).isEqualTo(file);
        assertThat(yaml.mediaType()).isEqualTo("application/yaml");
        assertThat(json.json()).isEqualTo(new YAMLMapper().readTree(file));
        site.anonymous()
                .with(Map.of("If-None-Match", json.header("ETag")))
                .get("/api/openapi.json")
                .expect(304);
    }

    @Test
    void aPublicLinterFindsNothingInIt() {
        var said = Node.with("openapi").run(Map.of(), "node", "lint.mjs", Description.FILE.toString());

        assertThat(said).contains("0 errors, 0 warnings");
    }

    /** Those without a name in their path are there from the start; streams do not end, and figures are for no account. */
    @Test
    void everythingThatCanBeReadFromTheStartIsAsDescribed(Site site) {
        var administrator = site.administrator();
        var read = Description.document().path("paths").properties().stream()
                .filter(path -> path.getValue().has("get") && !path.getKey().contains("{"))
                .map(Map.Entry::getKey)
                .filter(path -> !Set.of("/api/events", "/metrics").contains(path))
                .toList();

        assertThat(read).hasSizeGreaterThan(25);
        read.forEach(path -> administrator.get(path).expect(200));
    }

    /** Neither a page of the server nor a failure of it. */
    @Test
    void whatIsRefusedBeforeAnythingIsReadIsAProblemToo(Site site) {
        var somebody = site.somebody();

        isProblem(somebody.send("PUT", "/api/docs", null), 405, "method-not-allowed");
        isProblem(somebody.send("PATCH", "/api/docs", null), 405, "method-not-allowed");
        isProblem(somebody.get("/api/ai/chat"), 405, "method-not-allowed");
        isProblem(somebody.with(Map.of("Accept", ";;")).get("/api/users/me"), 400, "malformed-request");
    }

    private static void isProblem(Reply reply, int status, String type) {
        assertThat(reply.expect(status).json().path("type").asText()).isEqualTo("/api/problems/" + type);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
    }

    @Test
    void aTagThatNobodyGaveOutIsNoTagOfThis(Site site) {
        var somebody = site.somebody();

        for (var path : List.of("/api/ai/models", "/api/v1/models", "/api/openapi.yaml")) {
            somebody.with(Map.of("If-None-Match", "a, W/b\"")).get(path).expect(200);
        }
    }
}
