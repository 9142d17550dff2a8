package org.atelier.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** The index of an MP4, read box by box; what a file claims is only followed as far as its bytes go. */
final class FilmIndex {
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_BOXES = 100_000;

    private FilmIndex() {}

    /** @throws IOException if there is none, or an impossible one */
    static ByteBuffer read(Path film) throws IOException {
        try (FileChannel channel = FileChannel.open(film)) {
            return find(channel);
        }
    }

    /** @param each is told the name and the content of every box directly in this one */
    static void boxes(ByteBuffer parent, BiConsumer<String, ByteBuffer> each) throws IOException {
        int at = 0;
        while (parent.limit() - at >= HEAD) {
            long length = Integer.toUnsignedLong(parent.getInt(at));
            if (length < HEAD || length > parent.limit() - at) {
                throw new IOException("a box is longer than what it is in");
            }
            each.accept(name(parent, at), parent.slice(at + HEAD, (int) length - HEAD));
            at += (int) length;
        }
    }

    private static ByteBuffer find(FileChannel channel) throws IOException {
        long at = 0;
        for (int boxes = 0; boxes < MOST_BOXES && at < channel.size(); boxes++) {
            ByteBuffer head = read(channel, at, (int) Math.min(LONG_HEAD, channel.size() - at));
            long length = Integer.toUnsignedLong(head.getInt(0));
            int headLength = HEAD;
            if (length == 1 && head.limit() == LONG_HEAD) {
                length = head.getLong(HEAD);
                headLength = LONG_HEAD;
            } else if (length == 0) {
                length = channel.size() - at;
            }
            if (length < headLength || length > channel.size() - at) {
                throw new IOException("a box is longer than the film");
            }
            if (name(head, 0).equals("moov")) {
                return content(channel, at + headLength, length - headLength);
            }
            at += length;
        }
        throw new IOException("the film has no index");
    }

    private static ByteBuffer content(FileChannel channel, long at, long length) throws IOException {
        if (length > MOST_BYTES) {
            throw new IOException("the index of the film is too long");
        }
        return read(channel, at, (int) length);
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        bytes.flip();
        if (length < HEAD) {
            throw new IOException("a box is cut off");
        }
        return bytes;
    }

    private static String name(ByteBuffer box, int at) {
        byte[] name = new byte[4];
        box.get(at + 4, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
