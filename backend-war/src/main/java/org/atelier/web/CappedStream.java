package org.atelier.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a body that is longer than it may be, whatever its headers said. */
final class CappedStream extends FilterInputStream {
    private final int most;
    private long left;

    CappedStream(InputStream in, int most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw Problem.of(ProblemType.TOO_LARGE, "The body may have at most " + most + " bytes.");
        }
    }
}
