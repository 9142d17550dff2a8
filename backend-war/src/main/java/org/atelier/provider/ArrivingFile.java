package org.atelier.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that comes over the network: never longer than allowed, and nothing of it stays when it fails. */
final class ArrivingFile {

    private static final long LARGEST_PICTURE = 64L << 20;

    /** Where the file is made, when its first byte has come. */
    private interface Place {
        Path make() throws IOException;
    }

    private final Place place;
    private final String what;
    private final long mostBytes;
    private final boolean film;
    private final byte[] head = new byte[FilmType.HEAD];
    private Path file;
    private OutputStream out;
    private long bytes;
    private boolean tooLong;
    private boolean removed;

    private ArrivingFile(Place place, String what, long mostBytes, boolean film) {
        this.place = place;
        this.what = what;
        this.mostBytes = mostBytes;
        this.film = film;
    }

    static ArrivingFile picture(Path folder) {
        return new ArrivingFile(
                () -> Files.createTempFile(folder, "picture", ".part"), "a picture", LARGEST_PICTURE, false);
    }

    static ArrivingFile film(Path file, long mostBytes) {
        return new ArrivingFile(() -> file, "a film", mostBytes, true);
    }

    String what() {
        return what;
    }

    /** @throws ProviderFailure if it is too long, or not what it should be */
    synchronized void take(ByteBuffer piece) throws IOException {
        if (removed) {
            return;
        }
        if (out == null) {
            file = place.make();
            out = Files.newOutputStream(file);
        }
        byte[] some = new byte[piece.remaining()];
        piece.get(some);
        announced(bytes + some.length);
        if (bytes < head.length) {
            System.arraycopy(some, 0, head, (int) bytes, Math.min(some.length, head.length - (int) bytes));
        }
        boolean whole = bytes < head.length && bytes + some.length >= head.length;
        bytes += some.length;
        if (film && whole) {
            FilmType.of(head);
        }
        out.write(some);
    }

    /** @param length of the whole, as far as it is known */
    void announced(long length) {
        if (length > mostBytes) {
            tooLong = true;
            throw Failures.garbage("sent " + what + " of more than " + mostBytes + " bytes");
        }
    }

    synchronized boolean isTooLong() {
        return tooLong;
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized String mediaType() {
        return FilmType.of(Arrays.copyOf(head, (int) Math.min(bytes, head.length)));
    }

    /** All of it has come. @throws ProviderFailure if that was nothing, or a part */
    synchronized Path whole() throws IOException {
        if (out == null) {
            throw Failures.garbage("sent " + what + " that is empty");
        }
        out.close();
        if (film) {
            FilmType.checkWhole(mediaType(), file);
        }
        return file;
    }

    synchronized void remove() {
        removed = true;
        if (out == null) {
            return;
        }
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            System.getLogger(ArrivingFile.class.getName())
                    .log(System.Logger.Level.WARNING, "A temporary file stays: {0}", stays.getMessage());
        }
    }
}
