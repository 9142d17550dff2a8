package org.atelier.systemtest.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Plain HTTP with or without a credential. */
public record Api(URI server, String credential) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public static Api anonymous(URI server) {
        return new Api(server, "");
    }

    public Api as(String token) {
        return new Api(server, token);
    }

    /** Registers somebody nobody has met and signs in. */
    public Api asSomebodyNew() {
        var email = "person-" + UUID.randomUUID() + "@example.org";
        var who = Map.of("email", email, "password", "a long enough phrase");
        anonymous(server).post("/api/auth/register", who).expect(201);
        return as(signIn(who).json().path("access_token").asText());
    }

    public Reply signIn(Map<String, String> who) {
        return anonymous(server).post("/api/auth/login", who).expect(200);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body);
    }

    public Reply send(String method, String path, Object body) {
        return Reply.of(exchange(request(path).method(method, content(body)), HttpResponse.BodyHandlers.ofString()));
    }

    /** @param lastEventId where to go on; empty: from the start */
    public EventStream events(String path, String lastEventId) {
        var request = request(path).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return Reply.stream(exchange(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    /** A POST that is answered by a stream. */
    public EventStream stream(String path, Object body) {
        var request = request(path).header("Accept", "text/event-stream").method("POST", content(body));
        return Reply.stream(exchange(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
        return credential.isEmpty() ? request : request.header("Authorization", "Bearer " + credential);
    }

    private static HttpRequest.BodyPublisher content(Object body) {
        try {
            return body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(Reply.JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(
                    request.setHeader("Content-Type", "application/json").build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
