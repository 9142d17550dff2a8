package org.atelier.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The checksums of an earlier backup. They are asked for in the order of their names, so that one line of them is in memory, whatever number
 * of files there is.
 */
final class EarlierChecksums implements AutoCloseable {
    private static final int NAME_FROM = 66;
    private static final int SUM_TO = 64;

    private final BufferedReader lines;
    private String line = "";

    private EarlierChecksums(BufferedReader lines) {
        this.lines = lines;
    }

    /** @param backup empty, or one whose list is not there: none is known */
    static EarlierChecksums of(Optional<Path> backup) throws IOException {
        var file = backup.map(folder -> folder.resolve(Checksums.NAME)).filter(Files::isRegularFile);
        return new EarlierChecksums(
                file.isPresent() ? Files.newBufferedReader(file.get()) : new BufferedReader(new StringReader("")));
    }

    /** @param name one that sorts behind all that were asked for before */
    Optional<String> of(String name) throws IOException {
        while (line != null && name().compareTo(name) < 0) {
            line = lines.readLine();
        }
        return line != null && name().equals(name) ? Optional.of(line.substring(0, SUM_TO)) : Optional.empty();
    }

    private String name() {
        return line.length() > NAME_FROM ? line.substring(NAME_FROM) : "";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
