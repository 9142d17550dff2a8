package org.atelier.bench;

import java.net.URI;
import java.nio.file.Path;

/**
 * The gallery and its files; {@code bench/run} starts the servers and calls it.
 *
 * <p>Arguments: {@code fill}, the database file, an e-mail, the first number, the number after the last and how many there will be at most;
 * or {@code lists}, the backend, e-mail and password, and how many items there are; or {@code files}, the backend, e-mail and password, the
 * backend's process id, and nginx over the folder of media, if there is one.
 */
public final class GalleryBench {
    private GalleryBench() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "fill" ->
                GalleryFill.fill(
                        Path.of(arguments[1]),
                        arguments[2],
                        Long.parseLong(arguments[3]),
                        Long.parseLong(arguments[4]),
                        Long.parseLong(arguments[5]));
            case "lists" -> new GalleryLists(person(arguments)).measure(Long.parseLong(arguments[4]));
            case "files" -> {
                var person = person(arguments);
                new GalleryFiles(person, arguments.length > 5 ? URI.create(arguments[5]) : null).measure();
                new GalleryUploads(person, Long.parseLong(arguments[4])).measure();
            }
            default -> throw new IllegalArgumentException("The gallery's bench has no part " + arguments[0] + ".");
        }
    }

    private static Target person(String[] arguments) throws Exception {
        var backend = URI.create(arguments[1]);
        return Target.atelier(backend, Bench.signIn(backend, arguments[2], arguments[3]));
    }
}
