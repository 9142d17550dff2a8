package org.atelier.systemtest.operating;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The routes with gaps, and what somebody could put into them who has another person's ids. */
final class Gaps {
    private Gaps() {}

    static Stream<Route> routes() {
        return Route.all().stream()
                .filter(route -> route.path().contains("{}") && !route.open())
                // Models are everybody's.
                .filter(route -> !route.path().startsWith("/api/v1/"));
    }

    /** @return the same path with ids that nobody has in place of hers */
    static String nobodys(String path, Belongings hers) {
        for (var id : List.of(
                hers.conversation(),
                hers.question(),
                hers.answer(),
                hers.session(),
                hers.job(),
                hers.media(),
                hers.film(),
                hers.filmMedia(),
                hers.key(),
                hers.user())) {
            path = path.replace(id, UUID.randomUUID().toString());
        }
        return path;
    }

    /** Her ids in every gap; where there are two, also hers behind mine and mine behind hers. */
    static Stream<String> paths(String path, Belongings mine, Belongings hers) {
        if (path.indexOf("{}") == path.lastIndexOf("{}")) {
            return Stream.of(filled(path, hers.outer(path), ""));
        }
        return Stream.concat(
                hers.inner(path).stream()
                        .flatMap(inner -> Stream.of(hers, mine).map(whose -> filled(path, whose.outer(path), inner))),
                mine.inner(path).stream().map(inner -> filled(path, hers.outer(path), inner)));
    }

    static String filled(String path, String first, String second) {
        var filled = path.replaceFirst("\\{}", first).replaceFirst("\\{}", second);
        return filled.endsWith("/export") ? filled + "?format=json" : filled;
    }

    /** @return what is worth trying with such a route; null for a route without a body */
    static List<Object> bodies(Route route, Belongings hers) {
        return switch (route.method() + " " + route.path()) {
            case "PATCH /api/conversations/{}" ->
                List.of(
                        Map.of("title", "Stolen"),
                        Map.of("head_id", hers.question()),
                        Map.of("branch_through", hers.answer()));
            case "POST /api/conversations/{}/messages" ->
                List.of(
                        Map.of("content", "x"),
                        Map.of("content", "x", "parent_id", hers.answer()),
                        Map.of("content", "x", "sibling_of", hers.question()));
            case "PATCH /api/users/{}" -> List.of(Map.of("role", "admin"));
            case "PATCH /api/gallery/{}" -> List.of(Map.of("starred", true), Map.of("deleted", true));
            default -> route.method().equals("POST") ? List.of(Map.of()) : Collections.singletonList(null);
        };
    }

    static String throughPages(String path) {
        return path.replaceFirst("^/api/", "/bff/");
    }
}
