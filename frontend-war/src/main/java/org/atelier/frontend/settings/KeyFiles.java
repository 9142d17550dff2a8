package org.atelier.frontend.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;

/**
 * Keys that nobody gave are made once and shared by everything that sees the folder. A key appears complete or not at
 * all: it is written aside and linked into place, and who comes second reads what the first one linked.
 */
final class KeyFiles {

    private static final Logger LOG = Logger.getLogger(KeyFiles.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    /** {@code COOKIE_KEY} lives in {@code keys/cookie.key}. */
    String readOrMake(String setting) {
        Path file = folder.resolve(setting.toLowerCase(Locale.ROOT).replace('_', '.'));
        try {
            if (!Files.exists(file)) {
                make(file);
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warning(() -> "No key can be kept in " + folder + " (" + e + "). A temporary " + setting
                    + " is used: it ends with this process and no other server knows it. Set " + setting
                    + " or make the folder writable.");
            return random();
        }
        return read(setting, file);
    }

    /** Another process of this installation may have made the file and still be writing it. */
    private static String read(String setting, Path file) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<String> key = content(file);
            if (key.isPresent()) {
                return key.get();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new InvalidSetting(
                        setting + " is kept in " + file + ", which does not hold a readable key. Let the"
                                + " user who runs Atelier read it, or remove it and start again: everybody then signs in anew.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static Optional<String> content(Path file) {
        try {
            return Optional.of(Check.key().normal().apply(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException notYet) {
            return Optional.empty();
        }
    }

    private void make(Path file) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            ownerOnly(folder, "rwx------");
        }
        Path aside = Files.createTempFile(folder, ".", ".new");
        try {
            ownerOnly(aside, "rw-------");
            Files.writeString(aside, random() + "\n", StandardOpenOption.SYNC);
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            LOG.fine(() -> file + " was made by another process at the same moment");
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static String random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
