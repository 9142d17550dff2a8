package org.atelier.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a film is known by where it does not play.
 *
 * @param picture a frame of it
 * @param width pixels of the film itself
 */
record FilmStill(BufferedImage picture, int width, int height, Optional<Duration> duration) {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final Color NIGHT = new Color(0x23262b);
    private static final Color CHALK = new Color(0xd7dade);

    /** @return an early frame, or where nothing here reads it, a sign that this is a film */
    static FilmStill of(Path film) {
        return sign();
    }

    private static FilmStill sign() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setColor(NIGHT);
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.setColor(CHALK);
        brush.setStroke(new BasicStroke(10));
        brush.drawOval(WIDTH / 2 - 110, HEIGHT / 2 - 110, 220, 220);
        brush.fillPolygon(new Polygon(
                new int[] {WIDTH / 2 - 36, WIDTH / 2 - 36, WIDTH / 2 + 64},
                new int[] {HEIGHT / 2 - 58, HEIGHT / 2 + 58, HEIGHT / 2},
                3));
        brush.dispose();
        return new FilmStill(picture, WIDTH, HEIGHT, Optional.empty());
    }
}
