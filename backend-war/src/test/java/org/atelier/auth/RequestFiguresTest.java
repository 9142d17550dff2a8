package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.atelier.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFiguresTest {
    private static final Path LIST = Path.of("../system-test/src/test/resources/routes.txt");

    static Stream<String[]> routes() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+"));
    }

    private static String name(String method, String path) {
        return RequestFigures.name(path, KeyRoutes.find(method, path));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteIsCountedUnderItsOwnName(String method, String path) {
        var filled = path.replace("{}", path.contains("problems") ? "not-found" : "x" + UUID.randomUUID());
        assertThat(name(method, filled)).isEqualTo(path.replaceFirst("(/v1/models/)\\{}", "$1{**}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/api/nothing",
                "/api/users/a%2fb",
                "/api/problems/No",
                "/wp-login.php",
                "/api/users/me/x"
            })
    void whateverIsNoRouteIsOne(String path) {
        assertThat(name("GET", path)).isEqualTo("other");
    }

    @Test
    void nothingThatSomebodyMadeUpIsTold() throws IOException {
        RequestFigures.ended("BREW", name("BREW", "/api/coffee"), 405, System.nanoTime());
        var out = new ByteArrayOutputStream();
        Metrics.write(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("atelier_http_requests_total{method=\"other\",route=\"other\",status=\"405\"} 1.0")
                .contains("atelier_http_request_duration_seconds_count{method=\"other\",route=\"other\"} 1")
                .doesNotContain("BREW")
                .doesNotContain("coffee");
    }
}
