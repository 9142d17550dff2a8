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
 * @param picture its first frame, or where nothing here reads it, a sign that this is a film
 * @param width pixels of the film itself
 */
record FilmStill(BufferedImage picture, int width, int height, Optional<Duration> duration) {
    private static final FilmFacts USUAL = new FilmFacts(1280, 720, Optional.empty());
    private static final int SIGN_SIDE = 1280;
    private static final Color NIGHT = new Color(0x23262b);
    private static final Color CHALK = new Color(0xd7dade);

    static FilmStill of(Path film) {
        var facts = FilmFacts.of(film);
        var poster = Poster.of(film);
        var size = facts.or(
                        () -> poster.map(frame -> new FilmFacts(frame.getWidth(), frame.getHeight(), Optional.empty())))
                .orElse(USUAL);
        return new FilmStill(
                poster.orElseGet(() -> sign(size)), size.width(), size.height(), facts.flatMap(FilmFacts::duration));
    }

    /** In the film's own shape. */
    private static BufferedImage sign(FilmFacts size) {
        double scale = (double) SIGN_SIDE / Math.max(size.width(), size.height());
        int width = Math.max(1, (int) (size.width() * scale));
        int height = Math.max(1, (int) (size.height() * scale));
        int unit = Math.max(1, Math.min(width, height) / 12);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setColor(NIGHT);
        brush.fillRect(0, 0, width, height);
        brush.setColor(CHALK);
        brush.setStroke(new BasicStroke(unit / 6f));
        brush.translate(width / 2, height / 2);
        brush.drawOval(-2 * unit, -2 * unit, 4 * unit, 4 * unit);
        brush.fillPolygon(
                new Polygon(new int[] {-unit * 2 / 3, -unit * 2 / 3, unit * 6 / 5}, new int[] {-unit, unit, 0}, 3));
        brush.dispose();
        return picture;
    }
}
