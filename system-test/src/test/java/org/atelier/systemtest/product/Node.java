package org.atelier.systemtest.product;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A folder of JavaScript with packages out of the registry, as its lock file pins them; made anew below {@code target}. */
public record Node(Path folder) {
    private static final Duration TO_INSTALL = Duration.ofMinutes(5);
    private static final Map<String, Node> INSTALLED = new ConcurrentHashMap<>();
    private static final Duration TO_RUN = Duration.ofMinutes(5);

    /**
     * Copies the folder and installs what it wants, once for all tests. Ends the test as left out where there is no npm; {@code bin/test} says so
     * beforehand.
     *
     * @param name of a folder beside the tests in Java
     */
    public static Node with(String name) {
        assumeTrue(
                Command.isThere("npm"),
                "Node.js 20 or newer with npm is not here; install it to run the tests that need it.");
        return INSTALLED.computeIfAbsent(name, Node::install);
    }

    private static Node install(String name) {
        var source = Product.root().resolve("system-test/src/test").resolve(name);
        var folder = Product.root().resolve("system-test/target").resolve(name);
        copy(source, folder);
        var node = new Node(folder);
        node.run(TO_INSTALL, Map.of(), "npm", "ci", "--no-audit", "--no-fund");
        return node;
    }

    private static void copy(Path source, Path folder) {
        try (var files = Files.list(source)) {
            Files.createDirectories(folder);
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return what it said; it ended well */
    public String run(Map<String, String> environment, String... words) {
        return run(TO_RUN, environment, words);
    }

    /** As {@link #run(Map, String...)}, for what may take longer. */
    public String run(Duration limit, Map<String, String> environment, String... words) {
        return Command.output(folder, environment, List.of(words), limit);
    }
}
