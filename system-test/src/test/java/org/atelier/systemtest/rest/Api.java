package org.atelier.systemtest.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Plain HTTP with or without a credential. Whole answers are held against the description of the API.
 *
 * @param headers sent with every request
 */
public record Api(URI server, String credential, Map<String, String> headers) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public static Api anonymous(URI server) {
        return new Api(server, "", Map.of());
    }

    public Api as(String token) {
        return new Api(server, token, headers);
    }

    /** @return the same with these headers beside those it has */
    public Api with(Map<String, String> more) {
        var all = new HashMap<>(headers);
        all.putAll(more);
        return new Api(server, credential, Map.copyOf(all));
    }

    /** Registers somebody nobody has met and signs in. */
    public Api asSomebodyNew() {
        var email = "person-" + UUID.randomUUID() + "@example.org";
        return registered(Map.of("email", email, "password", "a long enough phrase"));
    }

    /** Registers and signs in. */
    public Api registered(Map<String, String> who) {
        as("").post("/api/auth/register", who).expect(201);
        return as(signIn(who).json().path("access_token").asText());
    }

    public Reply signIn(Map<String, String> who) {
        return as("").post("/api/auth/login", who).expect(200);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body);
    }

    public Reply send(String method, String path, Object body) {
        var reply =
                Reply.of(exchange(request(path).method(method, content(body)), HttpResponse.BodyHandlers.ofString()));
        return Description.holds(method, path, reply);
    }

    /** Sends what a person filled in on a page. */
    public HttpResponse<String> form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = request(path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .setHeader("Content-Type", "application/x-www-form-urlencoded");
        return exchange(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a file as a form does. */
    public Reply upload(String path, String fileName, byte[] file) {
        var head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = HttpRequest.BodyPublishers.ofByteArrays(List.of(
                head.getBytes(StandardCharsets.UTF_8), file, "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8)));
        var request = request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=edge")
                .POST(body);
        return Description.holds("POST", path, Reply.of(exchange(request, HttpResponse.BodyHandlers.ofString())));
    }

    /** @param lastEventId where to go on; empty: from the start */
    public EventStream events(String path, String lastEventId) {
        var request = request(path).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new EventStream(
                exchange(request, HttpResponse.BodyHandlers.ofInputStream()), Description.events("GET", path));
    }

    /** A POST that is answered by a stream. */
    public EventStream stream(String path, Object body) {
        var request = request(path).header("Accept", "text/event-stream").method("POST", content(body));
        return new EventStream(
                exchange(request, HttpResponse.BodyHandlers.ofInputStream()), Description.events("POST", path));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::setHeader);
        request.setHeader("Content-Type", "application/json");
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
            return CLIENT.send(request.build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
