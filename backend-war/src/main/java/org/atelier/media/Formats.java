package org.atelier.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The decoders and encoders of the formats that are taken. */
final class Formats {
    /** Where the eye sees no difference any more. */
    private static final float QUALITY = 0.92f;

    static {
        // Found by themselves only where the libraries lie on the class path of the server.
        var registry = IIORegistry.getDefaultInstance();
        registry.registerServiceProvider(new JPEGImageReaderSpi());
        registry.registerServiceProvider(new WebPImageReaderSpi());
    }

    private Formats() {}

    static ImageReader reader(PictureType type) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        ImageReader plain = null;
        while (readers.hasNext()) {
            var reader = readers.next();
            ImageReaderSpi maker = reader.getOriginatingProvider();
            if (maker.getClass().getName().startsWith("com.twelvemonkeys.")) {
                return reader;
            }
            plain = plain == null ? reader : plain;
        }
        if (plain == null) {
            throw new IOException("nothing reads " + type);
        }
        return plain;
    }

    /** @param type PNG or JPEG; the latter of an opaque picture only */
    static void write(BufferedImage picture, PictureType type, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByMIMEType(type.mediaType()).next();
        // Without this an output stream truncates nothing.
        java.nio.file.Files.deleteIfExists(file);
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            if (out == null) {
                throw new IOException("cannot be written: " + file.getFileName());
            }
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            if (type == PictureType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    /** @return the picture in plain 24 or 32 bits, whatever its own colours were */
    static BufferedImage plain(BufferedImage picture) {
        int wanted = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        if (picture.getType() == wanted) {
            return picture;
        }
        if (Grey.isSo(picture)) {
            return Grey.plain(picture, wanted);
        }
        var plain = new BufferedImage(picture.getWidth(), picture.getHeight(), wanted);
        var brush = plain.createGraphics();
        brush.drawImage(picture, 0, 0, wanted == BufferedImage.TYPE_INT_RGB ? Color.WHITE : null, null);
        brush.dispose();
        return plain;
    }

    /** @return whether every pixel is opaque, also where the format could have said otherwise */
    static boolean opaque(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return true;
        }
        var row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xff) {
                    return false;
                }
            }
        }
        return true;
    }

    /** @return the same without the channel that says nothing */
    static BufferedImage withoutAlpha(BufferedImage picture) {
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var brush = opaque.createGraphics();
        brush.drawImage(picture, 0, 0, null);
        brush.dispose();
        return opaque;
    }
}
