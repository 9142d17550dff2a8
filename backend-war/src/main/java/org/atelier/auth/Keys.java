package org.atelier.auth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Keys that nobody has to give: made once in {@code keys/} of the data folder, owner-only, one line of base64 each. Another
 * process of this installation may make the same key at the same moment; the first one wins.
 */
final class Keys {
    static final int BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(Keys.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    Keys(Path dataDir) {
        this.folder = dataDir.resolve("keys");
    }

    byte[] key(String name) {
        var file = folder.resolve(name + ".key");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownerOnly("rwx------"));
            }
            return read(file).orElseGet(() -> make(file));
        } catch (IOException unusable) {
            if (Files.exists(file)) {
                throw new IllegalStateException(
                        file + " cannot be read. Let the user who runs Atelier read it.", unusable);
            }
            return ephemeral(file, unusable);
        }
    }

    private static byte[] make(Path file) {
        var key = random();
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
            var line = Base64.getEncoder().encodeToString(key) + "\n";
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            return key;
        } catch (FileAlreadyExistsException somebodyWasFirst) {
            return awaited(file);
        } catch (IOException unwritable) {
            return ephemeral(file, unwritable);
        }
    }

    /** The file exists but its writer may not be done. */
    private static byte[] awaited(Path file) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                var key = read(file);
                if (key.isPresent()) {
                    return key.get();
                }
                Thread.sleep(20);
            } catch (IOException gone) {
                break;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IllegalStateException(file + " does not hold base64 of 32 bytes. Remove it and start again.");
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var key = Base64.getDecoder().decode(Files.readString(file).strip());
            return key.length == BYTES ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] ephemeral(Path file, IOException cause) {
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} cannot be kept ({1}): everybody has to sign in again after a restart",
                file,
                cause.toString());
        return random();
    }

    private static byte[] random() {
        var key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
