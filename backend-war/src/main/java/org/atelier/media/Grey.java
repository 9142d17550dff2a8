package org.atelier.media;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;

/**
 * Shades of grey taken as the file says them. Java holds every grey that is not of its one plain kind for linear and makes it lighter when
 * it turns it into colours: 128 with a channel of transparency became 188.
 */
final class Grey {
    private Grey() {}

    static boolean isSo(BufferedImage picture) {
        return picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    /** @return the same in plain 24 or 32 bits */
    static BufferedImage plain(BufferedImage grey, int wanted) {
        var raster = grey.getRaster();
        int bands = raster.getNumBands();
        int down = Math.max(0, raster.getSampleModel().getSampleSize(0) - Byte.SIZE);
        var plain = new BufferedImage(grey.getWidth(), grey.getHeight(), wanted);
        var samples = new int[grey.getWidth() * bands];
        var row = new int[grey.getWidth()];
        for (int y = 0; y < grey.getHeight(); y++) {
            raster.getPixels(0, y, row.length, 1, samples);
            for (int x = 0; x < row.length; x++) {
                int shade = samples[x * bands] >> down;
                int alpha = bands > 1 ? samples[x * bands + 1] >> down : 0xff;
                row[x] = alpha << 24 | shade << 16 | shade << 8 | shade;
            }
            plain.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return plain;
    }
}
