package org.atelier.systemtest.operating;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The boxes that an MP4 is made of. */
final class Mp4File {
    private static final int HEAD = 8;

    private Mp4File() {}

    /** @return the names of the outermost boxes; fails where the file ends within one */
    static List<String> boxes(Path file) {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            var names = new ArrayList<String>();
            while (bytes.hasRemaining()) {
                int size = bytes.getInt(bytes.position());
                if (size < HEAD || size > bytes.remaining()) {
                    throw new AssertionError(file + " ends within a box, after " + names);
                }
                var name = new byte[4];
                bytes.get(bytes.position() + 4, name);
                names.add(new String(name, StandardCharsets.US_ASCII));
                bytes.position(bytes.position() + size);
            }
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (IndexOutOfBoundsException cut) {
            throw new AssertionError(file + " is cut", cut);
        }
    }
}
