package org.atelier.systemtest.operating;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** One line of {@code routes.txt} that is there for people and their programs. */
record Route(String method, String path, boolean open) {

    static List<Route> all() {
        try (InputStream file = Route.class.getResourceAsStream("/routes.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .filter(words -> words.length == 2 || !words[2].equals("token"))
                    .map(words -> new Route(words[0], words[1], words.length > 2 && words[2].equals("open")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return the path with an id that nobody has in each gap */
    String example() {
        return path.replace("{}", UUID.randomUUID().toString());
    }

    Object body() {
        return method.equals("GET") || method.equals("DELETE") ? null : java.util.Map.of();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
