package org.atelier.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.database.Snapshot;
import org.atelier.media.MediaStore;
import org.atelier.web.Json;

/**
 * Makes one backup. The order is what keeps it whole: no file is removed from now on; then, in the one moment in which nothing is written, the
 * database's state is held and the money journal read, so that each paid call of before is in one of them; then the database is copied, and
 * last the files that the copy names.
 */
final class Making {
    private static final String DATABASE = "app.db";
    private static final String JOURNAL = "intents.log";
    private static final String MEDIA = "media";

    private final Database database;
    private final MediaStore media;
    private final Path data;
    private final Clock clock;
    private final Path folder;
    private final Optional<Path> earlier;
    private final Progress progress;
    private final Checksums sums = new Checksums();
    private Map<String, String> known = Map.of();
    private long files;
    private long bytes;
    private long missing;

    /**
     * @param data the folder that is copied
     * @param folder where to, empty
     * @param earlier a whole backup, whose copies of files can be used again
     */
    Making(
            Database database,
            MediaStore media,
            Path data,
            Clock clock,
            Path folder,
            Optional<Path> earlier,
            Progress progress) {
        this.database = database;
        this.media = media;
        this.data = data;
        this.clock = clock;
        this.folder = folder;
        this.earlier = earlier;
        this.progress = progress;
    }

    Manifest run(MadeBy madeBy, Instant startedAt) throws IOException {
        Instant moment;
        Map<String, Long> rows;
        try (var hold = media.hold();
                var snapshot = Snapshot.take(database, data.resolve(DATABASE), this::journal)) {
            CopiedFile.room(folder.resolve(DATABASE), snapshot.size());
            progress.expect(snapshot.size());
            moment = snapshot.moment();
            rows = snapshot.rows();
            var copy = folder.resolve(DATABASE);
            took(DATABASE, copy, CopiedFile.copy(snapshot.file(), snapshot.size(), copy, progress));
            var journal = folder.resolve(JOURNAL);
            var held = Files.write(folder.resolve(JOURNAL + ".held"), snapshot.beside());
            took(JOURNAL, journal, CopiedFile.copy(held, snapshot.beside().length, journal, progress));
            Files.delete(held);
            var named = new ArrayList<UUID>();
            snapshot.check(copy, MEDIA, named::add);
            copyMedia(named);
        }
        var manifest = new Manifest(
                Manifest.FORMAT,
                BackupFolder.id(folder),
                madeBy,
                startedAt,
                moment,
                clock.instant(),
                files,
                bytes,
                missing,
                rows);
        sums.write(folder);
        Files.write(folder.resolve(BackupFolder.MANIFEST), Json.bytes(manifest));
        sync(folder.resolve(Checksums.NAME), StandardOpenOption.WRITE);
        sync(folder.resolve(BackupFolder.MANIFEST), StandardOpenOption.WRITE);
        sync(folder, StandardOpenOption.READ);
        return manifest;
    }

    /** Without a line that was just being written: its call was not sent yet. */
    private byte[] journal() {
        try {
            var all = Files.readAllBytes(data.resolve(JOURNAL));
            int end = all.length;
            while (end > 0 && all[end - 1] != '\n') {
                end--;
            }
            return java.util.Arrays.copyOf(all, end);
        } catch (NoSuchFileException nothingPaidEver) {
            return new byte[0];
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void copyMedia(List<UUID> named) throws IOException {
        if (earlier.isPresent()) {
            known = Checksums.read(earlier.get());
        }
        var root = data.resolve(MEDIA);
        Files.createDirectories(folder.resolve(MEDIA));
        var wanted = new ArrayList<Path>();
        for (var id : named) {
            for (var file : media.files(id)) {
                if (Files.exists(file)) {
                    wanted.add(file);
                    progress.expect(Files.size(file));
                } else {
                    missing++;
                }
            }
        }
        for (var file : wanted) {
            copy(file, MEDIA + "/" + root.relativize(file).toString().replace('\\', '/'));
        }
        for (var place : places()) {
            sync(place, StandardOpenOption.READ);
        }
    }

    private void copy(Path file, String name) throws IOException {
        var to = folder.resolve(name);
        Files.createDirectories(to.getParent());
        long size = Files.size(file);
        var before = earlier.map(backup -> backup.resolve(name));
        if (known.containsKey(name)
                && before.filter(Files::exists).isPresent()
                && Files.size(before.get()) == size
                && CopiedFile.link(before.get(), to)) {
            progress.copied(size);
            took(name, to, known.get(name));
        } else {
            took(name, to, CopiedFile.copy(file, size, to, progress));
        }
    }

    private void took(String name, Path file, String sum) throws IOException {
        sums.put(name, sum);
        files++;
        bytes += Files.size(file);
    }

    private List<Path> places() throws IOException {
        try (var folders = Files.walk(folder.resolve(MEDIA), 1)) {
            return folders.toList();
        }
    }

    private static void sync(Path file, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }
}
