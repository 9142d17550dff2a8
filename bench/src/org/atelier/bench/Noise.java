package org.atelier.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that no encoder makes smaller: three bytes a pixel as PNG. */
final class Noise {
    private Noise() {}

    static byte[] png(int width, int height) throws IOException {
        return file("png", width, height);
    }

    static byte[] jpeg(int width, int height) throws IOException {
        return file("jpeg", width, height);
    }

    private static byte[] file(String format, int width, int height) throws IOException {
        var random = new Random(7);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var row = new int[width];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                row[x] = random.nextInt();
            }
            picture.setRGB(0, y, width, 1, row, 0, width);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }
}
