package org.atelier.provider.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Shoots a film: the camera moves over a drawing of the prompt or over the first picture and arrives at the last one, while birds and
 * specks of light cross. The same request gives the same film.
 */
final class FilmPainter {

    private static final double NEAREST = 1.3;
    private static final int BIRDS = 4;
    private static final int SPECKS = 18;

    private final FilmWish wish;
    private final Random chance;
    private final BufferedImage backdrop;
    private final Optional<BufferedImage> end;
    private final double[] course;
    private final BufferedImage frame;

    private FilmPainter(FilmWish wish) {
        this.wish = wish;
        chance = Painter.chance(wish.prompt(), wish.seed());
        backdrop = wish.first()
                .orElseGet(() -> Painter.picture(
                        wish.prompt(),
                        wish.seed(),
                        (int) (wish.width() * NEAREST),
                        (int) (wish.height() * NEAREST),
                        List.of()));
        end = wish.last();
        course = chance.doubles(2 + 3 * (BIRDS + SPECKS)).toArray();
        frame = new BufferedImage(wish.width(), wish.height(), BufferedImage.TYPE_INT_RGB);
    }

    static byte[] mp4(FilmWish wish) throws IOException {
        FilmPainter painter = new FilmPainter(wish);
        int frames = wish.seconds() * FilmEncoder.FRAMES_A_SECOND;
        try (FilmEncoder encoder = new FilmEncoder(wish.width(), wish.height(), frames)) {
            for (int number = 0; number < frames; number++) {
                painter.paint(number / (double) (frames - 1));
                encoder.add(painter.frame);
            }
            return encoder.film();
        }
    }

    /** @param time 0 at the beginning, 1 at the end */
    private void paint(double time) {
        Graphics2D brush = Easel.brushOn(frame);
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        place(brush, backdrop, 1 + (NEAREST - 1) * time, time);
        specks(brush, time);
        birds(brush, time);
        if (end.isPresent()) {
            brush.setComposite(AlphaComposite.SrcOver.derive((float) smooth((time - 0.45) / 0.5)));
            place(brush, end.get(), NEAREST - (NEAREST - 1) * time, 1 - time);
            brush.setComposite(AlphaComposite.SrcOver);
        }
        brush.setColor(new Color(255, 255, 255, 170));
        int line = Math.max(2, wish.height() / 160);
        brush.fillRect(0, wish.height() - line, (int) (wish.width() * time), line);
        Painter.mark(brush, wish.width(), wish.height());
        brush.dispose();
    }

    /** Covers the frame with a picture: as a whole at first, then from nearer and off its middle. */
    private void place(Graphics2D brush, BufferedImage picture, double nearness, double way) {
        double scale = nearness
                * Math.max(wish.width() / (double) picture.getWidth(), wish.height() / (double) picture.getHeight());
        double spareX = picture.getWidth() * scale - wish.width();
        double spareY = picture.getHeight() * scale - wish.height();
        AffineTransform place = AffineTransform.getTranslateInstance(
                -spareX * (0.5 + (course[0] - 0.5) * way), -spareY * (0.5 + (course[1] - 0.5) * way));
        place.scale(scale, scale);
        brush.drawImage(picture, place, null);
    }

    private void specks(Graphics2D brush, double time) {
        double unit = Math.min(wish.width(), wish.height());
        for (int i = 0; i < SPECKS; i++) {
            double far = course[2 + i * 3];
            double x = turn(course[3 + i * 3] + time * (0.1 + 0.25 * far)) * wish.width();
            double y = turn(course[4 + i * 3] - time * 0.2 * far) * wish.height();
            double size = unit * (0.004 + 0.01 * far);
            int light = (int) (110 * Math.abs(Math.sin(Math.PI * (time * wish.seconds() * 0.4 + far))));
            brush.setColor(new Color(255, 250, 225, light));
            brush.fill(new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size));
        }
    }

    private void birds(Graphics2D brush, double time) {
        double unit = Math.min(wish.width(), wish.height());
        for (int i = 0; i < BIRDS; i++) {
            int at = 2 + (SPECKS + i) * 3;
            double size = unit * (0.02 + 0.025 * course[at]);
            double x = turn(course[at + 1] + time * (0.5 + 0.3 * course[at])) * 1.2 * wish.width() - 0.1 * wish.width();
            double y = wish.height() * (0.12 + 0.3 * course[at + 2] + 0.02 * Math.sin(time * 9 + i));
            double wing = size * 0.6 * Math.sin(time * wish.seconds() * 9 + i * 2);
            Path2D bird = new Path2D.Double();
            bird.moveTo(x - size, y - wing);
            bird.quadTo(x - size * 0.4, y - size * 0.3, x, y);
            bird.quadTo(x + size * 0.4, y - size * 0.3, x + size, y - wing);
            brush.setStroke(
                    new BasicStroke((float) Math.max(1.2, size * 0.14), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            brush.setColor(new Color(25, 25, 40, 220));
            brush.draw(bird);
        }
    }

    private static double turn(double value) {
        return value - Math.floor(value);
    }

    private static double smooth(double value) {
        double part = Math.max(0, Math.min(1, value));
        return part * part * (3 - 2 * part);
    }
}
