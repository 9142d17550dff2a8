package org.atelier.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads secrets from files, again only when the file has changed. */
final class SecretFile {
    private record Read(long modified, long checkedNanos, String content) {}

    private static final long CHECK_EVERY_NANOS = 1_000_000_000L;
    private static final ConcurrentHashMap<Path, Read> KNOWN = new ConcurrentHashMap<>();

    private SecretFile() {}

    /** @return the content, or empty while the file is missing or unreadable */
    static Optional<String> read(Path file) {
        var known = KNOWN.get(file);
        if (known != null && System.nanoTime() - known.checkedNanos() < CHECK_EVERY_NANOS) {
            return Optional.of(known.content());
        }
        try {
            var modified = Files.getLastModifiedTime(file).toMillis();
            var content = known != null && known.modified() == modified ? known.content() : Files.readString(file);
            KNOWN.put(file, new Read(modified, System.nanoTime(), content));
            return Optional.of(content);
        } catch (IOException missing) {
            KNOWN.remove(file);
            return Optional.empty();
        }
    }
}
