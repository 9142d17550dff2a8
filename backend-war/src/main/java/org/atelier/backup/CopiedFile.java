package org.atelier.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies a file to disk and takes its checksum on the way. */
final class CopiedFile {
    /** A full disk would stop paid calls, whose journal is often on the same one. */
    static final long ROOM_LEFT = 128L << 20;

    private static final int PORTION = 1 << 20;
    private static final int PORTIONS_A_LOOK = 32;

    private CopiedFile() {}

    /** @return the checksum, hexadecimal SHA-256. @throws NoSuchFileException if it is not there */
    static String copy(Path from, long size, Path to, Progress progress) throws IOException {
        var digest = sha256();
        try (var in = FileChannel.open(from, StandardOpenOption.READ);
                var out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var portion = ByteBuffer.allocate(PORTION);
            long left = size;
            for (int turn = 0; left > 0; turn++) {
                if (turn % PORTIONS_A_LOOK == 0) {
                    room(to, 0);
                }
                portion.clear().limit((int) Math.min(PORTION, left));
                int read = in.read(portion);
                if (read < 0) {
                    throw new IOException(from.getFileName() + " became shorter while it was copied");
                }
                digest.update(portion.array(), 0, read);
                portion.flip();
                while (portion.hasRemaining()) {
                    out.write(portion);
                }
                left -= read;
                progress.copied(read);
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Media never change, so one copy can stand in many backups. @return whether it could be had that way */
    static boolean link(Path existing, Path to) throws IOException {
        try {
            Files.createLink(to, existing);
            return true;
        } catch (FileAlreadyExistsException twice) {
            throw twice;
        } catch (IOException | UnsupportedOperationException notHere) {
            return false;
        }
    }

    /** @throws NoRoom if the disk would have less left than it needs for its work */
    static void room(Path where, long wanted) throws IOException {
        var folder = where.toAbsolutePath().getParent();
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < wanted + ROOM_LEFT) {
            throw new NoRoom(wanted + ROOM_LEFT - usable);
        }
    }

    static final class NoRoom extends IOException {
        private final long lacking;

        NoRoom(long lacking) {
            super("No space left for a backup");
            this.lacking = lacking;
        }

        long lacking() {
            return lacking;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
