package org.atelier.frontend.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyRoutesTest {

    private static final String ID = "01908e2a-7c1f-7000-8000-0123456789ab";

    @ParameterizedTest
    @CsvSource({
        "GET, /events",
        "GET, /ai/models",
        "GET, /users/me",
        "POST, /conversations",
        "PATCH, /conversations/{id}",
        "DELETE, /conversations/{id}",
        "POST, /conversations/{id}/messages",
        "POST, /conversations/{id}/messages/{id}/answers",
        "GET, /conversations/{id}/answers/{id}/events",
        "POST, /conversations/{id}/answers/{id}/stop",
        "POST, /media",
        "GET, /media/{id}/content",
        "HEAD, /media/{id}/content",
        "GET, /media/{id}/thumbnail",
        "GET, /gallery",
        "POST, /gallery/batch",
        "DELETE, /gallery/{id}",
        "POST, /gallery/{id}/restore",
        "POST, /generate/image",
        "POST, /generate/image/estimate",
        "POST, /generate/image/{id}/cancel",
        "POST, /generate/video",
        "GET, /generate/video/{id}",
        "POST, /generate/video/{id}/retry"
    })
    void whatPagesNeedPasses(String method, String path) {
        assertThat(ProxyRoutes.allow(method, path.replace("{id}", ID))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, /",
        "POST, /events",
        "DELETE, /users/me",
        "GET, /auth/options",
        "POST, /auth/refresh",
        "POST, /auth/login",
        "POST, /users/me/keys",
        "GET, /users",
        "GET, /admin/users",
        "POST, /ai/chat",
        "PUT, /media",
        "GET, /media/{id}",
        "POST, /gallery/download",
        "GET, /admin/images",
        "HEAD, /events",
        "GET, /conversations/",
        "GET, /conversations/../admin/users",
        "GET, /conversations/{id}/../../admin",
        "GET, /conversations/1",
        "GET, //events",
        "GET, /events/",
        "get, /events",
        "GET, '/events\n'"
    })
    void nothingElseExists(String method, String path) {
        assertThat(ProxyRoutes.allow(method, path.replace("{id}", ID))).isFalse();
    }
}
