package org.atelier.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.web.Problem;

/**
 * How many frames an animated picture has, told by walking from part to part of its file without decoding any. A small file can hold a
 * million of them, which cost whoever shows it minutes.
 */
final class Frames {
    private static final int MOST = 1000;
    private static final int PNG_SIGNATURE = 8;
    private static final int RIFF_HEADER = 12;
    private static final int COLOUR_TABLE = 0x80;

    private final DataInputStream in;
    private int count;

    private Frames(DataInputStream in) {
        this.in = in;
    }

    /**
     * @return at least 1
     * @throws Problem 422 when there are too many
     */
    static int count(PictureType type, Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            var frames = new Frames(in);
            try {
                switch (type) {
                    case GIF -> frames.ofGif();
                    case PNG -> frames.ofPng();
                    case WEBP -> frames.ofWebp();
                    case JPEG -> frames.count = 1;
                }
            } catch (EOFException cutShort) {
                // What is missing is for the decoder to notice.
            }
            return Math.max(1, frames.count);
        }
    }

    private void one() {
        if (++count > MOST) {
            throw Problem.field(
                    "file", "has more than " + MOST + " frames; save a shorter animation, or one frame of it");
        }
    }

    private void ofGif() throws IOException {
        in.skipNBytes(10);
        colourTable(in.readUnsignedByte());
        in.skipNBytes(2);
        while (true) {
            switch (in.readUnsignedByte()) {
                case 0x2c -> {
                    one();
                    in.skipNBytes(8);
                    colourTable(in.readUnsignedByte());
                    in.skipNBytes(1);
                    blocks();
                }
                case 0x21 -> {
                    in.skipNBytes(1);
                    blocks();
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void colourTable(int flags) throws IOException {
        if ((flags & COLOUR_TABLE) != 0) {
            in.skipNBytes(3L << (flags & 7) + 1);
        }
    }

    private void blocks() throws IOException {
        for (int size = in.readUnsignedByte(); size > 0; size = in.readUnsignedByte()) {
            in.skipNBytes(size);
        }
    }

    private void ofPng() throws IOException {
        in.skipNBytes(PNG_SIGNATURE);
        while (true) {
            long length = Integer.toUnsignedLong(in.readInt());
            if (name().equals("fcTL")) {
                one();
            }
            in.skipNBytes(length + Integer.BYTES);
        }
    }

    private void ofWebp() throws IOException {
        in.skipNBytes(RIFF_HEADER);
        while (true) {
            var name = name();
            long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            if (name.equals("ANMF")) {
                one();
            }
            in.skipNBytes(length + (length & 1));
        }
    }

    private String name() throws IOException {
        var name = new byte[4];
        in.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
