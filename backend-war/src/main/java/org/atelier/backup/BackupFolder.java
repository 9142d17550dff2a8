package org.atelier.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.atelier.web.Json;

/**
 * {@code BACKUP_DIR}: a folder for each backup, named by when it began. One that is not whole is called {@code making-…} or {@code going-…}; it
 * gets its name in one step when all of it is on disk.
 */
final class BackupFolder {
    static final String MANIFEST = "manifest.json";
    static final String FAILURE = "failure.json";
    private static final String MAKING = "making-";
    private static final String GOING = "going-";
    private static final String ID = "[0-9]{8}-[0-9]{6}";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path root;

    BackupFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path place(String id) {
        return root.resolve(id);
    }

    /** @return the folder to work in, named by a moment that no other has */
    Path begin(Instant now) throws IOException {
        Files.createDirectories(root);
        var moment = now;
        while (Files.exists(place(NAME.format(moment))) || Files.exists(root.resolve(MAKING + NAME.format(moment)))) {
            moment = moment.plusSeconds(1);
        }
        return Files.createDirectory(root.resolve(MAKING + NAME.format(moment)));
    }

    static String id(Path making) {
        return making.getFileName().toString().substring(MAKING.length());
    }

    /** A folder is a failure until it is whole. */
    static void write(Path making, Failure failure) throws IOException {
        Files.write(making.resolve(FAILURE), Json.bytes(failure));
    }

    /** Gives it its name. */
    void finish(Path making) throws IOException {
        if (Files.exists(making.resolve(MANIFEST))) {
            Files.deleteIfExists(making.resolve(FAILURE));
        }
        Files.move(making, place(id(making)), StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(root, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notOffered) {
            // Windows does not open folders.
        }
    }

    /** Leaves nothing of it but the reason. */
    void fail(Path making, Failure failure) throws IOException {
        Removal.ofAllBut(making.resolve(FAILURE), making);
        write(making, failure);
        finish(making);
    }

    /** What a kill left loses everything but its name. @return the failures that are told of it */
    List<BackupView> failUnfinished(Instant now) throws IOException {
        var failures = new ArrayList<BackupView>();
        for (var left : named(MAKING + ID)) {
            if (Files.exists(left.resolve(FAILURE))) {
                var begun = read(left, FAILURE, Failure.class);
                var failure = begun.seen(now);
                fail(left, failure);
                failures.add(BackupView.of(failure));
            } else {
                // It had only just begun to be a folder.
                Removal.of(left);
            }
        }
        return failures;
    }

    /** @return the newest first, failed ones too */
    List<BackupView> all() throws IOException {
        return named(ID).stream()
                .flatMap(folder -> view(folder).stream())
                .sorted(Comparator.comparing(BackupView::id).reversed())
                .toList();
    }

    Optional<BackupView> find(String id) {
        return id.matches(ID) ? view(place(id)) : Optional.empty();
    }

    /** @return the folder of the newest one that is whole */
    Optional<Path> newestWhole() throws IOException {
        return all().stream()
                .filter(one -> one.state() == BackupView.State.COMPLETE)
                .findFirst()
                .map(one -> place(one.id()));
    }

    /** @return what the backup in that folder says of itself; empty: there is none */
    static Optional<Manifest> manifest(Path folder) {
        try {
            return Optional.of(read(folder, MANIFEST, Manifest.class));
        } catch (IOException noneOfOurs) {
            return Optional.empty();
        }
    }

    private static Optional<BackupView> view(Path folder) {
        try {
            return Files.exists(folder.resolve(MANIFEST))
                    ? manifest(folder).map(BackupView::of)
                    : Optional.of(BackupView.of(read(folder, FAILURE, Failure.class)));
        } catch (IOException noneOfOurs) {
            return Optional.empty();
        }
    }

    private static <T> T read(Path folder, String name, Class<T> type) throws IOException {
        return Json.MAPPER.readValue(Files.readAllBytes(folder.resolve(name)), type);
    }

    /** It loses its name first: what a stop leaves is no backup any more. */
    void remove(String id) throws IOException {
        var going = root.resolve(GOING + id);
        Files.move(place(id), going, StandardCopyOption.ATOMIC_MOVE);
        Removal.of(going);
    }

    void removeGoing() throws IOException {
        for (var going : named(GOING + ID)) {
            Removal.of(going);
        }
    }

    private List<Path> named(String pattern) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.filter(folder -> folder.getFileName().toString().matches(pattern))
                    .toList();
        }
    }
}
