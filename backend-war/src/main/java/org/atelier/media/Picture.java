package org.atelier.media;

import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStreamSpi;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageInputStreamSpi;
import javax.imageio.stream.ImageInputStream;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * A picture file whose beginning was read. What it costs to decode is bounded before a pixel is: by its size as the header states it, by the
 * number of passes, and by leaving out rows and columns.
 */
final class Picture implements AutoCloseable {
    /** Twice what the largest cameras take. */
    private static final long MOST_PIXELS = 100_000_000;

    private static final int LONGEST_SIDE = 30_000;

    /** A JPEG or PNG of several passes is held in memory as a whole until the last. */
    private static final long MOST_PIXELS_IN_PASSES = 40_000_000;

    /** Its decoder takes more than twenty bytes of heap a pixel and leaves nothing out: one of forty million pixels ended the server. */
    private static final long MOST_PIXELS_OF_WEBP = 8_500_000;

    /** Of the decoded picture; up to two more of that size are made when it is converted and turned. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int USUAL_PIXEL_BYTES = 4;

    /** The JDK's own asks the system for every single byte, which makes a large WebP take a quarter of a minute. */
    private static final ImageInputStreamSpi BUFFERED = new BufferedFileImageInputStreamSpi();

    private final PictureType type;
    private final ImageInputStream stream;
    private final ImageReader reader;
    private final int width;
    private final int height;

    private Picture(PictureType type, ImageInputStream stream, ImageReader reader) throws IOException {
        this.type = type;
        this.stream = stream;
        this.reader = reader;
        reader.setInput(stream, true, true);
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
    }

    /**
     * @throws Problem 415 when it is none of the kinds that are taken, 422 when it is damaged or too large to be looked at
     * @throws IOException when the file cannot be read
     */
    static Picture open(Path file) throws IOException {
        var type = FileHead.type(file).orElseThrow(Picture::foreign);
        Frames.count(type, file);
        var picture = open(type, file);
        try {
            picture.check(FileHead.inPasses(type, file));
            return picture;
        } catch (IOException | RuntimeException refused) {
            picture.close();
            throw refused;
        }
    }

    private static Picture open(PictureType type, Path file) throws IOException {
        var stream = BUFFERED.createInputStreamInstance(file.toFile(), false, null);
        var reader = Formats.reader(type);
        try {
            return new Picture(type, stream, reader);
        } catch (IOException | RuntimeException broken) {
            reader.dispose();
            stream.close();
            throw damaged();
        }
    }

    private void check(boolean inPasses) {
        long pixels = (long) width * height;
        long most = type == PictureType.WEBP ? MOST_PIXELS_OF_WEBP : inPasses ? MOST_PIXELS_IN_PASSES : MOST_PIXELS;
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE || pixels > most) {
            throw Problem.field(
                    "file",
                    "has " + width + " × " + height + " pixels, more than can be looked at; scale it down to "
                            + most / 100_000 / 10.0 + " million or fewer");
        }
    }

    PictureType type() {
        return type;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /**
     * The first frame, with rows and columns left out where it has more pixels than that.
     *
     * @throws Problem 422 when it is damaged
     */
    BufferedImage decode(long mostPixels) {
        var cutShort = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> cutShort.compareAndSet(false, tellsOfAnEnd(warning)));
        var how = reader.getDefaultReadParam();
        BufferedImage picture;
        try {
            int step = step(Math.min(mostPixels, MOST_BYTES / pixelBytes()));
            how.setSourceSubsampling(step, step, 0, 0);
            picture = reader.read(0, how);
        } catch (IOException | RuntimeException broken) {
            // Decoders meet damaged files with whatever exception comes first.
            throw damaged();
        }
        if (cutShort.get()) {
            throw damaged();
        }
        return picture;
    }

    /** The JDK's JPEG decoder paints what is missing grey and only warns. */
    private static boolean tellsOfAnEnd(String warning) {
        return warning != null && (warning.contains("Truncated") || warning.contains("Premature"));
    }

    private int step(long mostPixels) {
        return (int) Math.max(1, Math.ceil(Math.sqrt((double) width * height / mostPixels)));
    }

    /** A PNG can have eight, for a picture of the same size. */
    private int pixelBytes() throws IOException {
        var raw = reader.getRawImageType(0);
        if (raw == null) {
            return USUAL_PIXEL_BYTES;
        }
        var samples = raw.getSampleModel();
        int bytes = samples.getNumBands() * DataBuffer.getDataTypeSize(samples.getDataType()) / Byte.SIZE;
        return Math.max(USUAL_PIXEL_BYTES, bytes);
    }

    private static Problem foreign() {
        return Problem.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "The file is no PNG, JPEG, WebP or GIF picture, whatever its name says. Send one of these.");
    }

    private static Problem damaged() {
        return Problem.field("file", "is damaged or incomplete; open it in a picture program and save it anew");
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
