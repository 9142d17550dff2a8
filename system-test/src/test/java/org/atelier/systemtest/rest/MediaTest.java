package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;

/** How a file and its small pictures are served to readers that have parts of it, or all. */
@OnSharedSite
class MediaTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whoHasItIsToldSo(Site site) {
        var person = site.somebody();
        for (var path : paths(person)) {
            var whole = read(person, "GET", path, Map.of());
            var tag = tag(whole);
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.headers().firstValue("Cache-Control").orElse("")).contains("private", "immutable");
            for (var has : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                var told = read(person, "GET", path, Map.of("If-None-Match", has));
                assertThat(told.statusCode()).as("If-None-Match: %s", has).isEqualTo(304);
                assertThat(told.body()).isEmpty();
                assertThat(tag(told)).isEqualTo(tag);
            }
            assertThat(read(person, "GET", path, Map.of("If-None-Match", "\"other\""))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPartGoesOnlyToWhoHasTheRestOfTheSame(Site site) {
        var person = site.somebody();
        for (var path : paths(person)) {
            var whole = read(person, "GET", path, Map.of());
            var part = read(person, "GET", path, Map.of("Range", "bytes=10-19", "If-Range", tag(whole)));
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 10, 20));
            assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + whole.body().length);
            // Weak tags do not say that the bytes are the same.
            for (var other : List.of("\"other\"", "W/" + tag(whole), "Tue, 01 Jan 2030 00:00:00 GMT")) {
                var all = read(person, "GET", path, Map.of("Range", "bytes=10-19", "If-Range", other));
                assertThat(all.statusCode()).as("If-Range: %s", other).isEqualTo(200);
                assertThat(all.body()).isEqualTo(whole.body());
            }
        }
    }

    @Test
    void severalPartsAtOnceAreAnsweredWithTheWhole(Site site) {
        var person = site.somebody();
        for (var path : paths(person)) {
            var whole = read(person, "GET", path, Map.of());
            var both = read(person, "GET", path, Map.of("Range", "bytes=0-3,10-19"));
            assertThat(both.statusCode()).isEqualTo(200);
            assertThat(both.body()).isEqualTo(whole.body());
            assertThat(both.headers().firstValue("Content-Range")).isEmpty();
        }
    }

    @Test
    void headSaysTheSameWithoutTheBytes(Site site) {
        var person = site.somebody();
        for (var path : paths(person)) {
            var whole = read(person, "GET", path, Map.of());
            var head = read(person, "HEAD", path, Map.of());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (var name : List.of("Content-Length", "Content-Type", "ETag", "Accept-Ranges", "Cache-Control")) {
                assertThat(head.headers().firstValue(name))
                        .as(name)
                        .isPresent()
                        .isEqualTo(whole.headers().firstValue(name));
            }
            var part = read(person, "HEAD", path, Map.of("Range", "bytes=0-3"));
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.headers().firstValue("Content-Length")).contains("4");
        }
    }

    private static List<String> paths(Api person) {
        var item = person.upload("/api/media", "a.png", Pictures.noise(200))
                .expect(201)
                .json();
        var small = item.path("thumbnail_url").asText();
        return List.of(item.path("content_url").asText(), small, small + "?size=large");
    }

    private static String tag(HttpResponse<byte[]> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<byte[]> read(Api person, String method, String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(person.server().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + person.credential());
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
