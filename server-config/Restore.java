import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Puts a backup into an empty data folder, or only checks it. Knows nothing but the form of a backup, so that it works when nothing else does:
 * {@code manifest.json} says that it is whole, {@code checksums.sha256} names every file. All of it is copied beside and checked before the
 * first file gets its place; app.db comes last. The manifest goes along: by it the first start knows that what waits in the database may have
 * happened elsewhere meanwhile.
 *
 * <p>Arguments: the backup's folder, the data folder or {@code --check}. Ends with status 78 and one sentence when it refuses.
 */
public final class Restore {
    private static final int FORMAT = 1;
    private static final String MANIFEST = "manifest.json";
    private static final Set<String> MAY_BE_THERE =
            Set.of("README.md", "backups", "app.lock", "app.start", "restoring", "keys", "search");

    private Restore() {}

    public static void main(String[] arguments) throws IOException {
        var backup = Path.of(arguments[0]).toAbsolutePath().normalize();
        var sums = sums(backup);
        if (arguments[1].equals("--check")) {
            sums.forEach((name, sum) -> compare(backup, name, sum, null));
            System.out.println("The backup " + backup + " is whole: " + sums.size() + " files.");
            return;
        }
        var data = Path.of(arguments[1]).toAbsolutePath().normalize();
        Files.createDirectories(data);
        try (var channel = FileChannel.open(
                        data.resolve("app.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                refuse("A server uses " + data + ": stop it first.");
            }
            empty(data);
            restore(backup, sums, data);
        }
        System.out.println("Restored " + sums.size() + " files to " + data + ". Start Atelier now.");
    }

    private static Map<String, String> sums(Path backup) throws IOException {
        if (!Files.isRegularFile(backup.resolve(MANIFEST))) {
            refuse(backup + " is no whole backup: it has no " + MANIFEST + ".");
        }
        var manifest = Files.readString(backup.resolve(MANIFEST));
        long format = number(manifest, "format");
        if (format != FORMAT) {
            refuse("This backup has the format " + format + ", and this version restores format " + FORMAT
                    + ": use the version that made it.");
        }
        var sums = new TreeMap<String, String>();
        try {
            for (var line : Files.readAllLines(backup.resolve("checksums.sha256"))) {
                if (!line.matches("[0-9a-f]{64}  [^/].*") || line.contains("..")) {
                    refuse("The list of checksums in " + backup + " is broken. Take another backup.");
                }
                sums.put(line.substring(66), line.substring(0, 64));
            }
        } catch (IOException broken) {
            refuse("The list of checksums in " + backup + " cannot be read. Take another backup.");
        }
        if (sums.size() != number(manifest, "files") || !sums.containsKey("app.db")) {
            refuse("The list of checksums in " + backup + " is not whole. Take another backup.");
        }
        return sums;
    }

    private static long number(String manifest, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*([0-9]+)").matcher(manifest);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    private static void empty(Path data) throws IOException {
        try (var there = Files.list(data)) {
            there.map(file -> file.getFileName().toString())
                    .filter(name -> !MAY_BE_THERE.contains(name))
                    .findFirst()
                    .ifPresent(name -> refuse("The data folder " + data + " is not empty (" + name
                            + " is there): move it aside and restore into an empty one."));
        }
    }

    private static void restore(Path backup, Map<String, String> sums, Path data) throws IOException {
        var aside = data.resolve("restoring");
        delete(aside);
        Files.createDirectories(aside.resolve("media"));
        sums.forEach((name, sum) -> compare(backup, name, sum, aside.resolve(name)));
        Files.copy(backup.resolve(MANIFEST), aside.resolve(MANIFEST));
        own(data, aside);
        syncFolders(aside);
        // An index of another database would be made anew anyway.
        delete(data.resolve("search"));
        move(aside, data, MANIFEST);
        move(aside, data, "media");
        if (sums.containsKey("intents.log")) {
            move(aside, data, "intents.log");
        }
        sync(data);
        move(aside, data, "app.db");
        delete(aside);
        sync(data);
    }

    /** Names of files are on disk when their folder is. */
    private static void syncFolders(Path root) throws IOException {
        try (var folders = Files.walk(root, 2)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                sync(folder);
            }
        }
    }

    private static void sync(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOffered) {
            // Windows does not open folders.
        }
    }

    private static void move(Path aside, Path data, String name) throws IOException {
        Files.move(aside.resolve(name), data.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads a file, compares it with its checksum, and writes it on the way. @param to null: it is only compared */
    private static void compare(Path backup, String name, String sum, Path to) {
        try {
            if (to != null) {
                Files.createDirectories(to.getParent());
            }
            if (!sum.equals(read(backup.resolve(name), to))) {
                undo(to);
                refuse(name + " in " + backup + " is not what it was when the backup was made. Nothing was restored; take another backup.");
            }
        } catch (java.nio.file.NoSuchFileException gone) {
            undo(to);
            refuse(name + " is missing in " + backup + ". Nothing was restored; take another backup.");
        } catch (IOException failed) {
            undo(to);
            refuse(name + " could not be restored (" + failed.getMessage() + "). Nothing was restored.");
        }
    }

    private static String read(Path from, Path to) throws IOException {
        var digest = sha256();
        try (var in = FileChannel.open(from, StandardOpenOption.READ);
                var out = to == null
                        ? null
                        : FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var portion = ByteBuffer.allocate(1 << 20);
            while (in.read(portion.clear()) >= 0) {
                digest.update(portion.array(), 0, portion.position());
                portion.flip();
                while (out != null && portion.hasRemaining()) {
                    out.write(portion);
                }
            }
            if (out != null) {
                out.force(true);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void undo(Path to) {
        for (var folder = to; folder != null; folder = folder.getParent()) {
            if (folder.endsWith("restoring")) {
                try {
                    delete(folder);
                } catch (IOException staysThen) {
                    return;
                }
                return;
            }
        }
    }

    /** Whoever restores as root leaves files to the owner of the folder, who runs the server. */
    private static void own(Path data, Path aside) throws IOException {
        var owner = Files.getOwner(data);
        if (Files.getOwner(aside).equals(owner)) {
            return;
        }
        Files.setOwner(data.resolve("app.lock"), owner);
        try (var files = Files.walk(aside)) {
            files.forEach(file -> {
                try {
                    Files.setOwner(file, owner);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void refuse(String sentence) {
        System.err.println(sentence);
        System.exit(78);
    }
}
