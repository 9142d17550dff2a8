package org.atelier.provider.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** What is no landscape: houses in rows, the sky alone, and colours that mean nothing. */
final class Towns {

    private final Easel easel;
    private final Scene scene;
    private final Palette palette;

    Towns(Easel easel, Scene scene) {
        this.easel = easel;
        this.scene = scene;
        this.palette = scene.palette();
    }

    void city() {
        for (int row = 0; row < 4; row++) {
            double closeness = 0.12 + row * 0.28;
            double base = easel.height * (0.84 + row * 0.07);
            double size = easel.unit * (0.055 + row * 0.03);
            for (double x = -size; x < easel.width; ) {
                double width = size * easel.between(0.7, 1.9);
                double height = easel.unit * easel.between(0.14, 0.52) * (1 - row * 0.13);
                building(x, base - height, width, closeness, size);
                x += width * easel.between(0.9, 1.25);
            }
        }
    }

    private void building(double x, double top, double width, double closeness, double size) {
        Color wall = palette.at(closeness);
        easel.brush.setPaint(new GradientPaint(
                0,
                (float) top,
                wall,
                0,
                (float) easel.height,
                Palette.mix(wall, palette.low(), 0.3 * (1 - closeness))));
        easel.brush.fill(new Rectangle2D.Double(x, top, width, easel.height - top));
        if (easel.chance.nextInt(3) == 0) {
            easel.brush.fill(new Rectangle2D.Double(x + width * 0.47, top - size * 0.7, width * 0.06, size * 0.7));
        } else if (easel.chance.nextBoolean()) {
            easel.brush.fill(new Rectangle2D.Double(x + width * 0.2, top - size * 0.22, width * 0.6, size * 0.23));
        }
        double window = size * 0.11;
        double lit = scene.dark() ? 0.5 : 0.28;
        for (double wy = top + window * 1.5; wy < easel.height; wy += window * 2.3) {
            for (double wx = x + window; wx < x + width - window * 1.4; wx += window * 1.9) {
                boolean on = easel.chance.nextDouble() < lit;
                Color light = Palette.mix(palette.light(), new Color(0xffb347), easel.chance.nextDouble() * 0.6);
                easel.brush.setColor(
                        on ? Palette.sheer(light, 0.35 + 0.6 * closeness) : Palette.sheer(palette.high(), 0.22));
                easel.brush.fill(new Rectangle2D.Double(wx, wy, window, window * 1.25));
            }
        }
    }

    void space(Skies sky) {
        easel.brush.setColor(Palette.mix(palette.high(), Color.BLACK, 0.72));
        easel.brush.fillRect(0, 0, (int) easel.width, (int) easel.height);
        Color[] clouds = {
            palette.middle(), palette.low(), palette.far(), palette.high().brighter()
        };
        double slope = easel.between(-0.5, 0.5);
        for (int i = 0; i < 130; i++) {
            double along = easel.chance.nextGaussian() * 0.4;
            double x = easel.width * (0.5 + along);
            double y = easel.height * (0.5 + along * slope + easel.chance.nextGaussian() * 0.12);
            easel.glow(x, y, easel.unit * easel.between(0.08, 0.4), clouds[i % clouds.length], 0.085);
        }
        sky.stars(700);
        planet(
                easel.width * easel.between(0.25, 0.75),
                easel.height * easel.between(0.35, 0.65),
                easel.unit * easel.between(0.12, 0.2));
    }

    private void planet(double x, double y, double radius) {
        easel.glow(x, y, radius * 1.9, palette.light(), 0.3);
        AffineTransform straight = easel.brush.getTransform();
        easel.brush.rotate(easel.between(-0.5, 0.5), x, y);
        ring(x, y, radius, 0);
        var clip = easel.brush.getClip();
        easel.brush.clip(new java.awt.geom.Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        for (double band = -radius; band < radius; band += radius * easel.between(0.06, 0.2)) {
            Color colour = Palette.mix(palette.low(), palette.far(), easel.chance.nextDouble());
            easel.brush.setColor(colour);
            easel.brush.fill(new Rectangle2D.Double(x - radius, y + band, radius * 2, radius * 2));
        }
        easel.brush.setPaint(new GradientPaint(
                (float) (x - radius),
                (float) (y - radius),
                Palette.sheer(Color.BLACK, 0),
                (float) (x + radius),
                (float) (y + radius * 0.7),
                Palette.sheer(Color.BLACK, 0.85)));
        easel.brush.fill(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        easel.brush.setClip(clip);
        ring(x, y, radius, 180);
        easel.brush.setTransform(straight);
    }

    /** Half of it goes behind the planet. */
    private void ring(double x, double y, double radius, int from) {
        for (int i = 0; i < 14; i++) {
            double wide = radius * (1.35 + i * 0.05);
            easel.brush.setStroke(new BasicStroke((float) (radius * 0.035)));
            easel.brush.setColor(Palette.sheer(Palette.mix(palette.light(), palette.far(), (i % 5) / 5.0), 0.5));
            easel.brush.draw(new Arc2D.Double(x - wide, y - wide * 0.22, wide * 2, wide * 0.44, from, 180, Arc2D.OPEN));
        }
    }

    void ribbons() {
        Color[] colours = {
            palette.high(), palette.middle(), palette.low(), palette.far(), palette.light(), palette.near()
        };
        for (int i = 0; i < 46; i++) {
            double y = easel.height * (i / 40.0 - 0.1);
            double swing = easel.unit * easel.between(0.1, 0.4);
            Path2D ribbon = new Path2D.Double();
            ribbon.moveTo(-easel.width * 0.1, y);
            ribbon.curveTo(
                    easel.width * 0.3, y - swing, easel.width * 0.6, y + swing, easel.width * 1.1, y - swing * 0.4);
            ribbon.lineTo(easel.width * 1.1, easel.height * 1.2);
            ribbon.lineTo(-easel.width * 0.1, easel.height * 1.2);
            ribbon.closePath();
            easel.brush.setPaint(new GradientPaint(
                    0,
                    (float) y,
                    Palette.sheer(colours[i % colours.length], 0.75),
                    (float) easel.width,
                    (float) (y + swing),
                    Palette.sheer(colours[(i + 2) % colours.length], 0.6)));
            easel.brush.fill(ribbon);
        }
        for (int i = 0; i < 9; i++) {
            double radius = easel.unit * easel.between(0.02, 0.1);
            easel.disc(
                    easel.between(0, easel.width),
                    easel.between(0, easel.height),
                    radius,
                    Palette.sheer(colours[i % 5], 0.85));
        }
    }
}
