package org.atelier.provider.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws one picture out of a prompt's words, a seed and pictures to start from; the same request gives the same picture. */
final class Painter {

    private Painter() {}

    static byte[] png(String prompt, long seed, int width, int height, List<BufferedImage> references) {
        BufferedImage picture = picture(prompt, seed, width, height, references);
        Graphics2D brush = Easel.brushOn(picture);
        try {
            mark(brush, width, height);
            return encoded(picture);
        } finally {
            brush.dispose();
        }
    }

    /** Without the mark, for those who go on from it. */
    static BufferedImage picture(String prompt, long seed, int width, int height, List<BufferedImage> references) {
        Random chance = chance(prompt, seed);
        Scene scene = Scene.of(prompt, chance);
        Easel easel = new Easel(width, height, chance);
        try {
            if (references.isEmpty()) {
                scenery(easel, scene);
            } else {
                new Strokes(easel).repaint(references);
            }
            new Things(easel, scene).paint(scene.things());
            return easel.picture;
        } finally {
            easel.brush.dispose();
        }
    }

    static Random chance(String prompt, long seed) {
        Random chance = new Random(seed * 31 + prompt.hashCode());
        // The first numbers of neighbouring seeds are neighbours.
        chance.nextLong();
        return chance;
    }

    private static void scenery(Easel easel, Scene scene) {
        Skies sky = new Skies(easel, scene);
        sky.paint();
        Lands lands = new Lands(easel, scene, sky);
        Towns towns = new Towns(easel, scene);
        switch (scene.ground()) {
            case MOUNTAINS -> lands.mountains();
            case SEA -> lands.sea();
            case CITY -> towns.city();
            case FOREST -> lands.forest();
            case DESERT -> lands.desert();
            case MEADOW -> lands.meadow();
            case SPACE -> towns.space(sky);
            case RIBBONS -> towns.ribbons();
        }
    }

    /** The word DEMO in the corner, in strokes of our own: a server has no fonts. */
    static void mark(Graphics2D brush, int width, int height) {
        double size = Math.max(8, Math.min(width, height) * 0.028);
        double x = width - size * 4.9;
        double y = height - size * 1.9;
        brush.setColor(new Color(0, 0, 0, 120));
        brush.fill(new RoundRectangle2D.Double(x - size * 0.5, y - size * 0.4, size * 4.9, size * 1.8, size, size));
        brush.setColor(new Color(255, 255, 255, 230));
        brush.setStroke(new BasicStroke((float) (size * 0.14), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double letter = size * 0.62;
        Path2D d = new Path2D.Double();
        d.append(new Line2D.Double(x, y, x, y + size), false);
        d.append(new Arc2D.Double(x - letter, y, letter * 2, size, -90, 180, Arc2D.OPEN), false);
        double e = x + size;
        d.append(line(e + letter, y, e, y, e, y + size, e + letter, y + size), false);
        d.append(new Line2D.Double(e, y + size / 2, e + letter * 0.8, y + size / 2), false);
        double m = x + size * 2;
        d.append(line(m, y + size, m, y, m + letter / 2, y + size * 0.6, m + letter, y, m + letter, y + size), false);
        d.append(new Arc2D.Double(x + size * 3, y, size * 0.85, size, 0, 360, Arc2D.OPEN), false);
        brush.draw(d);
    }

    private static Path2D line(double... points) {
        Path2D line = new Path2D.Double();
        line.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            line.lineTo(points[i], points[i + 1]);
        }
        return line;
    }

    private static byte[] encoded(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
