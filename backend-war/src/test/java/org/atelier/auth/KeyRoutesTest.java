package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.atelier.keys.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRoutesTest {
    /** Another test holds it against the routes that there are. */
    private static final Path LIST = Path.of("../system-test/src/test/resources/routes.txt");

    static Stream<String[]> closedRoutes() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length == 2);
    }

    /** Whoever adds a route decides here what a key needs for it: a line in {@link KeyRoutes#TABLE}, {@code session} if none may go there. */
    @ParameterizedTest
    @MethodSource("closedRoutes")
    void everyRouteHasAnEntry(String method, String path) {
        assertThat(scopes(method, path)).as(method + " " + path).isPresent();
    }

    @ParameterizedTest
    @MethodSource("closedRoutes")
    void whatAdministratorsDoNeedsTheirScope(String method, String path) {
        if (path.startsWith("/api/admin") || path.matches("/api/users(/\\{}.*)?")) {
            assertThat(scopes(method, path).orElseThrow())
                    .as(method + " " + path)
                    .isSubsetOf(Scope.ADMIN);
        }
    }

    @Test
    void noKeyChangesTheAccountOrGivesOutAnotherWayIn() throws IOException {
        var forPeople = closedRoutes()
                .filter(words -> scopes(words[0], words[1]).orElseThrow().isEmpty())
                .map(words -> words[0] + " " + words[1]);
        assertThat(forPeople)
                .containsExactlyInAnyOrder(
                        "POST /api/auth/logout",
                        "PATCH /api/users/me",
                        "POST /api/users/me/password",
                        "GET /api/users/me/sessions",
                        "DELETE /api/users/me/sessions/{}",
                        "GET /api/users/me/keys",
                        "POST /api/users/me/keys",
                        "DELETE /api/users/me/keys/{}",
                        "POST /api/users/me/deletion",
                        "POST /api/users",
                        "POST /api/users/{}/password-reset");
    }

    @Test
    void readingChangesNothingExceptEstimates() throws IOException {
        var read = closedRoutes()
                .filter(words -> scopes(words[0], words[1]).orElseThrow().contains(Scope.READ))
                .filter(words -> !words[0].equals("GET"))
                .map(words -> words[1]);
        assertThat(read)
                .containsExactlyInAnyOrder(
                        "/api/generate/image/estimate", "/api/generate/video/estimate", "/api/gallery/download");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing",
                "/api/",
                "/api/users/me/",
                "/api/users//me",
                "/api/users/%6de",
                "/api/users/me;x",
                "/api/users/..",
                "/api/users/me/deletion",
                "/api/users/me/keys/{}/x",
                "/api/generate/image/a%2fb"
            })
    void whatIsNotInTheTableIsClosed(String path) {
        assertThat(KeyRoutes.find("DELETE", path)).isEmpty();
        assertThat(KeyRoutes.find("OPTIONS", path)).isEmpty();
    }

    @Test
    void aHeadIsAsAGet() {
        assertThat(KeyRoutes.find("HEAD", "/api/gallery")).isEqualTo(KeyRoutes.find("GET", "/api/gallery"));
        assertThat(KeyRoutes.find("GET", "/api/gallery").orElseThrow().scopes()).contains(Scope.READ);
    }

    private static Optional<Set<Scope>> scopes(String method, String path) {
        return KeyRoutes.find(method, path.replace("{}", UUID.randomUUID().toString()))
                .map(KeyRoutes.Listed::scopes);
    }
}
