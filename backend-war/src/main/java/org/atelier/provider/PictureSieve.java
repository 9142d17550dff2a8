package org.atelier.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

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
    private IOException notStored;

    /** @param mostBytes of all pictures together */
    PictureSieve(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /**
     * What the disk does not take is left out, and the rest is read all the same: it says what was paid.
     *
     * @throws ProviderFailure when more comes than is ever asked for
     */
    void accept(ByteBuffer piece) {
        while (piece.hasRemaining()) {
            accept(piece.get());
        }
    }

    private void accept(byte one) {
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

    private void lookAtLength() {
        if (string.size() >= LONG && !longText) {
            longString();
        } else if (longText) {
            keep(string.toByteArray());
            string.reset();
        }
    }

    /** Base64 has one letter that some servers escape, and line breaks that mean nothing. */
    private void inside(byte backslash, byte one) {
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

    private void longString() {
        byte[] begun = string.toByteArray();
        int from = startOfBase64(begun);
        if (from < 0) {
            longText = true;
            lookAtLength();
            return;
        }
        string.reset();
        file = newFile();
        for (int i = from; i < begun.length; i++) {
            if (begun[i] != '\\') {
                decode(begun[i]);
            } else if (begun[++i] == '/') {
                decode(begun[i]);
            }
        }
    }

    private OutputStream newFile() {
        try {
            Path made = Files.createTempFile(folder, "picture", ".part");
            pictures.add(made);
            return Files.newOutputStream(made);
        } catch (IOException refused) {
            notStored = refused;
            return OutputStream.nullOutputStream();
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

    private void decode(byte one) {
        portion[inPortion++] = one;
        if (inPortion == PORTION) {
            flush();
        }
    }

    private void flush() {
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
        try {
            file.write(decoded);
        } catch (IOException refused) {
            notStored = refused;
            close();
            file = OutputStream.nullOutputStream();
        }
    }

    private void endString() {
        inString = false;
        longText = false;
        if (file != null) {
            flush();
            close();
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

    /** Why pictures are missing here that came; empty: none is. */
    Optional<IOException> notStored() {
        return Optional.ofNullable(notStored);
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
            } catch (IOException refused) {
                notStored = refused;
            }
            file = null;
        }
    }
}
