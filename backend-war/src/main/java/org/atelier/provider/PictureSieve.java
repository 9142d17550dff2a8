package org.atelier.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Takes a JSON answer as it arrives and lets pictures through to files: a long string of base64, with or without the head of a data URL,
 * is decoded piece by piece, and only its number stays in the text. So an answer's size in memory does not depend on its pictures.
 */
final class PictureSieve implements AutoCloseable {

    /** Stands in the text for a picture; no server sends it, and one that did would only name a picture that came. */
    static final String MARK = "\u0001picture:";

    private static final int LONG = 4 * 1024;
    private static final int MOST_TEXT = 1024 * 1024;
    private static final int PORTION = 32 * 1024;
    private static final byte[] DATA_URL = "data:".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final long mostBytes;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(1024);
    private final ByteArrayOutputStream string = new ByteArrayOutputStream(LONG);
    private final byte[] portion = new byte[PORTION];
    private final List<Path> pictures = new ArrayList<>();
    private int inPortion;
    private OutputStream file;
    private long bytes;
    private boolean inString;
    private boolean escaped;
    private boolean longText;

    /** @param mostBytes of all pictures together */
    PictureSieve(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** @throws ProviderFailure when more comes than is ever asked for; @throws UncheckedIOException when the disk does not take it */
    void accept(ByteBuffer piece) {
        try {
            while (piece.hasRemaining()) {
                accept(piece.get());
            }
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private void accept(byte one) throws IOException {
        if (!inString) {
            inString = one == '"';
            keep(one);
        } else if (escaped) {
            escaped = false;
            inside((byte) '\\', one);
        } else if (one == '\\') {
            escaped = true;
        } else if (one == '"') {
            endString();
        } else if (file != null) {
            decode(one);
        } else {
            string.write(one);
            lookAtLength();
        }
    }

    private void lookAtLength() throws IOException {
        if (string.size() >= LONG && !longText) {
            longString();
        } else if (longText) {
            keep(string.toByteArray());
            string.reset();
        }
    }

    /** Base64 has one letter that some servers escape, and line breaks that mean nothing. */
    private void inside(byte backslash, byte one) throws IOException {
        if (file != null) {
            if (one == '/') {
                decode(one);
            }
        } else {
            string.write(backslash);
            string.write(one);
            lookAtLength();
        }
    }

    private void longString() throws IOException {
        byte[] begun = string.toByteArray();
        int from = startOfBase64(begun);
        if (from < 0) {
            longText = true;
            lookAtLength();
            return;
        }
        string.reset();
        Path made = Files.createTempFile(folder, "picture", ".part");
        pictures.add(made);
        file = Files.newOutputStream(made);
        for (int i = from; i < begun.length; i++) {
            if (begun[i] != '\\') {
                decode(begun[i]);
            } else if (begun[++i] == '/') {
                decode(begun[i]);
            }
        }
    }

    /** @return -1 when it is none */
    private static int startOfBase64(byte[] begun) {
        int from = 0;
        if (Arrays.equals(begun, 0, DATA_URL.length, DATA_URL, 0, DATA_URL.length)) {
            String head = new String(begun, 0, 256, StandardCharsets.ISO_8859_1);
            int comma = head.indexOf(";base64,");
            if (comma < 0) {
                return -1;
            }
            from = comma + ";base64,".length();
        }
        for (int i = from; i < begun.length; i++) {
            boolean fits = Character.isLetterOrDigit(begun[i]) && begun[i] > 0
                    || begun[i] == '+'
                    || begun[i] == '/'
                    || begun[i] == '\\';
            if (!fits) {
                return -1;
            }
        }
        return from;
    }

    private void decode(byte one) throws IOException {
        portion[inPortion++] = one;
        if (inPortion == PORTION) {
            flush();
        }
    }

    private void flush() throws IOException {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(Arrays.copyOf(portion, inPortion));
        } catch (IllegalArgumentException damaged) {
            throw Failures.garbage("sent a picture whose base64 is damaged");
        }
        inPortion = 0;
        bytes += decoded.length;
        if (bytes > mostBytes) {
            throw Failures.garbage("sent more than " + mostBytes + " bytes of pictures");
        }
        file.write(decoded);
    }

    private void endString() throws IOException {
        inString = false;
        longText = false;
        if (file != null) {
            flush();
            file.close();
            file = null;
            // Escaped, as a control character must be inside JSON.
            keep(("\\u0001picture:" + (pictures.size() - 1)).getBytes(StandardCharsets.US_ASCII));
        } else {
            keep(string.toByteArray());
            string.reset();
        }
        keep((byte) '"');
    }

    private void keep(byte... some) {
        if (text.size() + some.length > MOST_TEXT) {
            throw Failures.garbage("answered more than " + MOST_TEXT + " bytes beside its pictures");
        }
        text.writeBytes(some);
    }

    /** The answer without its pictures. */
    byte[] text() {
        return text.toByteArray();
    }

    List<Path> pictures() {
        return List.copyOf(pictures);
    }

    /** What has been made stays; its file is whoever's who asked for it. */
    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException ignored) {
                // It is thrown away.
            }
            file = null;
        }
    }
}
