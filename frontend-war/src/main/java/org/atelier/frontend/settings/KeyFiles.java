package org.atelier.frontend.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.logging.Logger;

/**
 * Keys that nobody gave are made once and shared by everything that sees the folder. A key appears complete or not at
 * all: it is written aside and linked into place, and who comes second reads what the first one linked.
 */
final class KeyFiles {

    private static final Logger LOG = Logger.getLogger(KeyFiles.class.getName());
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

    private static String read(String setting, Path file) {
        try {
            return Checks.keys(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSetting(setting + " is kept in " + file
                    + ", which does not hold a readable key: give its owner the right to"
                    + " read it, or delete it and a new one is made (everybody signs in again)");
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
