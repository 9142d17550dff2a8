package org.atelier.backup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code checksums.sha256} as files come, in the order of their names; {@code sha256sum --check} reads it. */
final class Checksums implements AutoCloseable {
    static final String NAME = "checksums.sha256";

    private final BufferedWriter out;

    /** @param folder the backup, which has none yet */
    Checksums(Path folder) throws IOException {
        out = Files.newBufferedWriter(folder.resolve(NAME));
    }

    /** @param sum hexadecimal SHA-256 */
    void put(String file, String sum) throws IOException {
        out.append(sum).append("  ").append(file).append('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
