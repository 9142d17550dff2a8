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

    void finish(Path making) throws IOException {
        Files.move(making, place(id(making)), StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(root, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notOffered) {
            // Windows does not open folders.
        }
    }

    /** Leaves nothing of it but the reason. */
    void fail(Path making, Failure failure) throws IOException {
        delete(making);
        Files.createDirectories(making);
        Files.write(making.resolve(FAILURE), Json.bytes(failure));
        finish(making);
    }

    /** What a kill left. @return the folders that were not finished */
    List<Path> unfinished() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.filter(folder -> folder.getFileName().toString().matches(MAKING + ID))
                    .toList();
        }
    }

    /** @return the newest first, failed ones too */
    List<BackupView> all() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.filter(folder -> folder.getFileName().toString().matches(ID))
                    .flatMap(folder -> read(folder).stream())
                    .sorted(Comparator.comparing(BackupView::id).reversed())
                    .toList();
        }
    }

    Optional<BackupView> find(String id) {
        return id.matches(ID) ? read(place(id)) : Optional.empty();
    }

    private static Optional<BackupView> read(Path folder) {
        try {
            if (Files.exists(folder.resolve(MANIFEST))) {
                return Optional.of(BackupView.of(
                        Json.MAPPER.readValue(Files.readAllBytes(folder.resolve(MANIFEST)), Manifest.class)));
            }
            return Files.exists(folder.resolve(FAILURE))
                    ? Optional.of(BackupView.of(
                            Json.MAPPER.readValue(Files.readAllBytes(folder.resolve(FAILURE)), Failure.class)))
                    : Optional.empty();
        } catch (IOException noneOfOurs) {
            return Optional.empty();
        }
    }

    /** It loses its name first: what a stop leaves is no backup any more. */
    void remove(String id) throws IOException {
        var going = root.resolve(GOING + id);
        Files.move(place(id), going, StandardCopyOption.ATOMIC_MOVE);
        delete(going);
    }

    void removeGoing() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var folders = Files.list(root)) {
            for (var folder : folders.filter(
                            found -> found.getFileName().toString().matches(GOING + ID))
                    .toList()) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
