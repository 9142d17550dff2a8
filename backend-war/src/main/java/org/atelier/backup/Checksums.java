package org.atelier.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@code checksums.sha256}, as {@code sha256sum --check} reads it. */
final class Checksums {
    static final String NAME = "checksums.sha256";

    private final Map<String, String> sums = new TreeMap<>();

    void put(String file, String sum) {
        sums.put(file, sum);
    }

    void write(Path folder) throws IOException {
        var text = new StringBuilder();
        sums.forEach((file, sum) -> text.append(sum).append("  ").append(file).append('\n'));
        Files.writeString(folder.resolve(NAME), text);
    }

    static Map<String, String> read(Path folder) throws IOException {
        var sums = new HashMap<String, String>();
        try (var lines = Files.lines(folder.resolve(NAME))) {
            lines.filter(line -> line.length() > 66)
                    .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
        }
        return sums;
    }
}
