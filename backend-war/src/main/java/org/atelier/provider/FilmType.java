package org.atelier.provider;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells films by their bytes. */
final class FilmType {

    /** So many bytes decide. */
    static final int HEAD = 12;

    private static final String MP4 = "video/mp4";
    private static final String WEBM = "video/webm";
    private static final int EBML = 0x1a45dfa3;
    private static final int MOST_BOXES = 1_000_000;

    private FilmType() {}

    /** @throws ProviderFailure if it is no film that browsers know */
    static String of(byte[] head) {
        if (head.length >= HEAD
                && text(head, 4).equals("ftyp")
                && !text(head, 8).equals("qt  ")) {
            return MP4;
        }
        if (head.length >= 4 && ByteBuffer.wrap(head).getInt() == EBML) {
            return WEBM;
        }
        throw Failures.garbage("sent something that is no MP4 or WebM film");
    }

    private static String text(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** A server that just closes the connection cannot be told from one that has finished, but boxes know their lengths. */
    static void checkWhole(String mediaType, Path file) throws IOException {
        if (!mediaType.equals(MP4)) {
            return;
        }
        boolean index = false;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long at = 0;
            for (int boxes = 0; at < channel.size() && boxes < MOST_BOXES; boxes++) {
                ByteBuffer box = box(channel, at);
                index |= text(box.array(), 4).equals("moov");
                long length = Integer.toUnsignedLong(box.getInt(0));
                if (length == 0) {
                    length = channel.size() - at;
                } else if (length == 1 && box.limit() == 16) {
                    length = box.getLong(8);
                }
                if (length < 8 || length > channel.size() - at) {
                    throw cut();
                }
                at += length;
            }
        }
        if (!index) {
            throw cut();
        }
    }

    private static ByteBuffer box(SeekableByteChannel channel, long at) throws IOException {
        ByteBuffer box = ByteBuffer.allocate(16);
        channel.position(at);
        while (box.hasRemaining() && channel.read(box) > 0) {
            // A short read is no end.
        }
        if (box.position() < 8) {
            throw cut();
        }
        return box.flip();
    }

    private static ProviderFailure cut() {
        return Failures.garbage("sent a film that is not whole");
    }
}
