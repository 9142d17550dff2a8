package org.atelier.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A body as it comes, and when what was waited for was in it. */
final class Body {
    private final long start;
    private final String mark;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long first;

    Body(long start, String mark) {
        this.start = start;
        this.mark = mark;
    }

    void take(InputStream in, int size) throws IOException {
        var piece = in.readNBytes(size);
        if (piece.length < size) {
            throw new EOFException("the body ended early");
        }
        bytes.write(piece);
        if (first == 0
                && (mark == null || bytes.toString(StandardCharsets.ISO_8859_1).contains(mark))) {
            first = System.nanoTime() - start;
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    long first() {
        return first;
    }
}
