package org.atelier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.atelier.web.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR as it is shipped, inside the server as it is configured: what only the container can get wrong. */
@ExtendWith(ArquillianExtension.class)
class ContainerIT {
    private static final String ADMINISTRATOR =
            "{\"email\":\"admin@example.org\",\"password\":\"correct horse battery staple\"}";

    @ArquillianResource
    private URI address;

    @Deployment(testable = false)
    static WebArchive backend() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/backend.war"));
    }

    @Test
    void probesAnswerWithoutSignIn() throws Exception {
        for (var probe : List.of("health", "health/live", "health/started")) {
            assertThat(get(probe, null).statusCode()).as(probe).isEqualTo(200);
        }
        var ready = Json.MAPPER.readTree(get("health/ready", null).body());
        assertThat(ready.path("status").asText()).isEqualTo("UP");
        assertThat(ready.path("checks").findValuesAsText("name"))
                .containsExactlyInAnyOrder("database", "data-folder", "provider");
    }

    @Test
    void everyWayPastTheGateIsClosed() throws Exception {
        var ways = List.of(
                "api/users/me",
                "api/conversations",
                "api/events",
                "api/ai/models",
                "api/../api/users/me",
                "api//users/me",
                "api/users/me;x=y",
                "api/auth/login/../../users/me",
                "api/auth/options/../../users/me",
                "api/no-such-thing",
                "no-such-thing");
        for (var way : ways) {
            for (var credential : new String[] {null, "Bearer nonsense", "Basic YWRtaW46YWRtaW4="}) {
                var answer = get(way, credential);
                assertThat(answer.statusCode()).as(way + " with " + credential).isIn(400, 401, 404);
                assertThat(answer.body()).doesNotContain("\"email\"");
            }
        }
        assertThat(get("api/users/me", "Bearer " + token()).statusCode()).isEqualTo(200);
    }

    @Test
    void aStreamIsSeenWhileItIsStillWritten() throws Exception {
        var token = token();
        var conversation = post("api/conversations", token, "{}").path("id").asText();
        var answer = post("api/conversations/" + conversation + "/messages", token, "{\"content\":\"A long story\"}")
                .path("answer_id")
                .asText();
        var path = "api/conversations/" + conversation + "/answers/" + answer;
        var stream =
                HttpClient.newHttpClient().send(request(path + "/events", token).build(), BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(until(lines, "event: delta")).isTrue();
            // Had the server held the stream back until its end, there would be nothing left to stop.
            var stopped = post(path + "/stop", token, "");
            assertThat(stopped.path("status").asText()).isEqualTo("stopped");
            assertThat(until(lines, "event: done")).isTrue();
        }
    }

    @Test
    void aRequestWithAKeyIsDoneOnceHoweverOftenItComes() throws Exception {
        var token = token();
        var messages = "api/conversations/"
                + post("api/conversations", token, "{}").path("id").asText() + "/messages";
        for (var path : List.of("api/ai/chat", "api/generate/text", messages)) {
            var body = path.endsWith("chat")
                    ? "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"
                    : path.endsWith("text") ? "{\"prompt\":\"Hello\"}" : "{\"content\":\"Hello\"}";
            var first = postOnce(path, token, body);
            var again = postOnce(path, token, body);
            assertThat(first.statusCode()).as(path + ": " + first.body()).isLessThan(300);
            assertThat(again.statusCode()).isEqualTo(first.statusCode());
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
            assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
            assertThat(postOnce(path, token, body.replace("Hello", "Bye")).statusCode())
                    .isEqualTo(422);
        }
        var listed = Json.MAPPER.readTree(get(messages, "Bearer " + token).body());
        assertThat(listed.path("items")).hasSize(2);
    }

    private HttpResponse<String> postOnce(String path, String token, String body) throws Exception {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "the same")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static boolean until(BufferedReader lines, String wanted) throws IOException {
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private String token() throws Exception {
        return post("api/auth/login", null, ADMINISTRATOR).path("access_token").asText();
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode post(String path, String token, String body) throws Exception {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isLessThan(300);
        return Json.MAPPER.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
