package org.atelier.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file, without holding it. */
final class Hash {
    private static final int PORTION = 1 << 16;

    private Hash() {}

    static String of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var portion = new byte[PORTION];
            for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                digest.update(portion, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
