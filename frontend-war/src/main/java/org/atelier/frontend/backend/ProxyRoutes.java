package org.atelier.frontend.backend;

import java.util.List;
import java.util.regex.Pattern;

/** What scripts may reach through the proxy. Whatever is not in this table does not exist for a browser. */
final class ProxyRoutes {

    private static final String ID = "[0-9a-fA-F-]{36}";

    private record Route(String method, Pattern path) {

        boolean allows(String asked, String where) {
            return method.equals(asked) && path.matcher(where).matches();
        }
    }

    private static final List<Route> TABLE = List.of(
            route("GET", "/users/me"),
            route("PATCH", "/users/me"),
            route("GET", "/users/me/usage"),
            route("GET", "/ai/models"),
            route("GET", "/events"),
            // As a file, by a plain link.
            route("GET", "/admin/audit"),
            route("GET", "/conversations"),
            route("POST", "/conversations"),
            route("GET", "/conversations/{id}"),
            route("PATCH", "/conversations/{id}"),
            route("DELETE", "/conversations/{id}"),
            route("POST", "/conversations/{id}/restore"),
            route("GET", "/conversations/{id}/export"),
            route("GET", "/conversations/{id}/messages"),
            route("POST", "/conversations/{id}/messages"),
            route("POST", "/conversations/{id}/messages/{id}/answers"),
            route("GET", "/conversations/{id}/answers/{id}/events"),
            route("POST", "/conversations/{id}/answers/{id}/stop"),
            route("POST", "/media"),
            route("GET", "/media/{id}/content"),
            route("HEAD", "/media/{id}/content"),
            route("GET", "/media/{id}/thumbnail"),
            route("HEAD", "/media/{id}/thumbnail"),
            route("GET", "/gallery"),
            route("GET", "/gallery/albums"),
            route("GET", "/gallery/models"),
            route("POST", "/gallery/batch"),
            route("GET", "/gallery/{id}"),
            route("PATCH", "/gallery/{id}"),
            route("DELETE", "/gallery/{id}"),
            route("POST", "/gallery/{id}/restore"),
            route("GET", "/generate/image"),
            route("POST", "/generate/image"),
            route("POST", "/generate/image/estimate"),
            route("GET", "/generate/image/{id}"),
            route("DELETE", "/generate/image/{id}"),
            route("POST", "/generate/image/{id}/cancel"),
            route("POST", "/generate/image/{id}/retry"),
            route("GET", "/generate/video"),
            route("POST", "/generate/video"),
            route("POST", "/generate/video/estimate"),
            route("GET", "/generate/video/{id}"),
            route("DELETE", "/generate/video/{id}"),
            route("POST", "/generate/video/{id}/cancel"),
            route("POST", "/generate/video/{id}/retry"));

    private ProxyRoutes() {}

    /** @param path as it follows {@code /bff} */
    static boolean allow(String method, String path) {
        return TABLE.stream().anyMatch(route -> route.allows(method, path));
    }

    private static Route route(String method, String path) {
        return new Route(method, Pattern.compile(path.replace("{id}", ID)));
    }
}
