package org.atelier.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.atelier.web.Problem;

/** What the bytes of a file say before it is decoded. */
final class FileHead {
    private static final int INTERLACE_OF_PNG = 28;

    /** Ten are usual; hundreds make a small file cost minutes. */
    private static final int MOST_SCANS = 100;

    private FileHead() {}

    static Optional<PictureType> type(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return PictureType.of(in.readNBytes(PictureType.HEAD));
        }
    }

    /**
     * @return whether the whole picture has to be held until its last bytes have been read
     * @throws Problem 422 when it has more passes than any picture needs
     */
    static boolean inPasses(PictureType type, Path file) throws IOException {
        return switch (type) {
            case PNG -> interlaced(file);
            case JPEG -> scans(file) > 1;
            case WEBP, GIF -> true;
        };
    }

    private static boolean interlaced(Path png) throws IOException {
        try (var in = Files.newInputStream(png)) {
            var head = in.readNBytes(INTERLACE_OF_PNG + 1);
            return head.length > INTERLACE_OF_PNG && head[INTERLACE_OF_PNG] != 0;
        }
    }

    /** Inside coded data 0xFF is never followed by the letter of a scan. */
    private static int scans(Path jpeg) throws IOException {
        int scans = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(jpeg), 1 << 16)) {
            int before = 0;
            for (int one = in.read(); one >= 0; one = in.read()) {
                if (before == 0xff && one == 0xda && ++scans > MOST_SCANS) {
                    throw Problem.field("file", "has more scans than a picture needs; save it anew");
                }
                before = one;
            }
        }
        return scans;
    }
}
