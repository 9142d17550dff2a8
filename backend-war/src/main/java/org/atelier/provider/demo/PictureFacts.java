package org.atelier.provider.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Measures a picture without looking at it, so that a demo answer proves that it arrived. */
final class PictureFacts {

    private PictureFacts() {}

    static String sentence(String dataUrl) {
        int comma = dataUrl.indexOf(',');
        if (!dataUrl.startsWith("data:") || comma < 0) {
            return "A picture came as an address; the demo does not fetch addresses.\n\n";
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(dataUrl.substring(comma + 1));
        } catch (IllegalArgumentException damaged) {
            return "A picture came, but its base64 is damaged.\n\n";
        }
        return "Your picture arrived: %s, %d KB.%n%n"
                .formatted(size(bytes), (bytes.length + 1023) / 1024)
                .replace("\r", "");
    }

    private static String size(byte[] bytes) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return "in a format that the demo cannot measure";
            }
            ImageReader reader = readers.next();
            reader.setInput(input);
            String format = reader.getFormatName().toUpperCase(Locale.ROOT);
            String size = format + ", " + reader.getWidth(0) + " × " + reader.getHeight(0) + " pixels";
            reader.dispose();
            return size;
        } catch (IOException | RuntimeException unreadable) {
            return "in a form that the demo cannot read";
        }
    }
}
