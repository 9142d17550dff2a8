package org.atelier.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * {@code data/media}: the one place where names of media files are made, of ids alone, and where files come in: written aside, synced, moved.
 */
final class MediaFolder {
    private static final int PLACE_BITS = 0xff;

    /** As the paths of their files sort, without making them. */
    static final Comparator<UUID> BY_PLACE = Comparator.<UUID>comparingLong(
                    id -> id.getLeastSignificantBits() & PLACE_BITS)
            .thenComparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final Path root;

    /** @throws IOException if the folder cannot be made */
    MediaFolder(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(work());
    }

    /** Where files are put together that nobody knows of yet; what is old there is rubbish. */
    Path work() {
        return root.resolve("work");
    }

    Path newWorkFile() throws IOException {
        return Files.createTempFile(work(), "part", "");
    }

    Path content(UUID id) {
        return place(id).resolve(id.toString());
    }

    Path thumbnail(UUID id, ThumbnailSize size) {
        return place(id).resolve(id + size.suffix());
    }

    /** By the last digits, which are random; the first ones are the time. */
    private Path place(UUID id) {
        var text = id.toString();
        return root.resolve(text.substring(text.length() - 2));
    }

    /** Syncs a file and moves it to its place; once this is over, no crash takes it away. */
    void bringIn(Path made, Path place) throws IOException {
        var folder = place.getParent();
        Files.createDirectories(folder);
        sync(made, StandardOpenOption.WRITE);
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        sync(folder, StandardOpenOption.READ);
    }

    private static void sync(Path file, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }

    void remove(UUID id) throws IOException {
        for (var size : ThumbnailSize.values()) {
            Files.deleteIfExists(thumbnail(id, size));
        }
        Files.deleteIfExists(content(id));
    }

    /** @return the folders that files lie in, each small enough to be looked through at once */
    List<Path> places() throws IOException {
        try (var folders = Files.list(root)) {
            return folders.filter(folder -> !folder.equals(work())).toList();
        }
    }

    /** @return ids of the files that lie there for so long already */
    static List<UUID> olderThan(Duration age, Path place) throws IOException {
        var before = Instant.now().minus(age);
        try (var files = Files.list(place)) {
            return files.filter(file -> isOlder(file, before))
                    .flatMap(file -> id(file).stream())
                    .distinct()
                    .toList();
        }
    }

    void removeOldWork(Duration age) throws IOException {
        var before = Instant.now().minus(age);
        try (Stream<Path> files = Files.list(work())) {
            for (var old : files.filter(file -> isOlder(file, before)).toList()) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private static Optional<UUID> id(Path file) {
        var name = file.getFileName().toString();
        try {
            return name.length() < 36 ? Optional.empty() : Optional.of(UUID.fromString(name.substring(0, 36)));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
