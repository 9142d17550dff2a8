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
import java.util.Arrays;
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
    private Checksums sums;
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

    /** @param begun what it is until this returns */
    Manifest run(Failure begun) throws IOException {
        Instant moment;
        Map<String, Long> rows;
        try (var hold = media.hold();
                var list = new Checksums(folder);
                var snapshot = Snapshot.take(database, data.resolve(DATABASE), this::journal)) {
            sums = list;
            moment = snapshot.moment();
            rows = snapshot.rows();
            var named = copyDatabase(snapshot);
            copyMedia(media.inOrderOfFiles(named));
        }
        var manifest = new Manifest(
                Manifest.FORMAT,
                begun.id(),
                begun.madeBy(),
                begun.userId(),
                begun.startedAt(),
                moment,
                clock.instant(),
                files,
                bytes,
                missing,
                rows);
        Files.write(folder.resolve(BackupFolder.MANIFEST), Json.bytes(manifest));
        sync(folder.resolve(Checksums.NAME), StandardOpenOption.WRITE);
        sync(folder.resolve(BackupFolder.MANIFEST), StandardOpenOption.WRITE);
        sync(folder, StandardOpenOption.READ);
        return manifest;
    }

    /** @return whose files belong to it */
    private List<UUID> copyDatabase(Snapshot<byte[]> snapshot) throws IOException {
        CopiedFile.room(folder.resolve(DATABASE), snapshot.size());
        progress.expect(snapshot.size());
        var copy = folder.resolve(DATABASE);
        took(DATABASE, copy, CopiedFile.copy(snapshot.file(), snapshot.size(), copy, progress));
        var held = Files.write(folder.resolve(JOURNAL + ".held"), snapshot.beside());
        var journal = folder.resolve(JOURNAL);
        took(JOURNAL, journal, CopiedFile.copy(held, snapshot.beside().length, journal, progress));
        Files.delete(held);
        var named = new ArrayList<UUID>();
        snapshot.check(copy, MEDIA, named::add);
        return named;
    }

    /** Without a line that was just being written: its call was not sent yet. */
    private byte[] journal() {
        try {
            var all = Files.readAllBytes(data.resolve(JOURNAL));
            int end = all.length;
            while (end > 0 && all[end - 1] != '\n') {
                end--;
            }
            return Arrays.copyOf(all, end);
        } catch (NoSuchFileException nothingPaidEver) {
            return new byte[0];
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Only the ids are in memory: there are as many paths and checksums as there are files. */
    private void copyMedia(List<UUID> named) throws IOException {
        Files.createDirectories(folder.resolve(MEDIA));
        for (var id : named) {
            for (var file : media.files(id)) {
                progress.expect(Files.exists(file) ? Files.size(file) : 0);
            }
        }
        try (var known = EarlierChecksums.of(earlier)) {
            for (var id : named) {
                for (var file : media.files(id)) {
                    copy(file, known);
                }
            }
        }
        for (var place : places()) {
            sync(place, StandardOpenOption.READ);
        }
    }

    private void copy(Path file, EarlierChecksums known) throws IOException {
        if (!Files.exists(file)) {
            missing++;
            return;
        }
        var name = MEDIA + "/" + data.resolve(MEDIA).relativize(file).toString().replace('\\', '/');
        var to = folder.resolve(name);
        Files.createDirectories(to.getParent());
        long size = Files.size(file);
        var sum = known.of(name);
        if (sum.isPresent() && linked(name, size, to)) {
            progress.copied(size);
            took(name, to, sum.get());
        } else {
            took(name, to, CopiedFile.copy(file, size, to, progress));
        }
    }

    private boolean linked(String name, long size, Path to) throws IOException {
        var before = earlier.orElseThrow().resolve(name);
        return Files.exists(before) && Files.size(before) == size && CopiedFile.link(before, to);
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
