package org.atelier.provider.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A canvas with its brush, and the strokes that every part of a drawing is made of. Lengths are parts of the shorter side. */
final class Easel {

    final BufferedImage picture;
    final Graphics2D brush;
    final Random chance;
    final double width;
    final double height;
    final double unit;

    Easel(int width, int height, Random chance) {
        this.picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.brush = brushOn(picture);
        this.chance = chance;
        this.width = width;
        this.height = height;
        this.unit = Math.min(width, height);
    }

    static Graphics2D brushOn(BufferedImage picture) {
        Graphics2D brush = picture.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return brush;
    }

    double between(double least, double most) {
        return least + chance.nextDouble() * (most - least);
    }

    void disc(double x, double y, double radius, Color colour) {
        brush.setColor(colour);
        brush.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** Light that fades towards its edge. */
    void glow(double x, double y, double radius, Color colour, double strength) {
        brush.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) Math.max(1, radius), new float[] {0, 0.35f, 1}, new Color[] {
                    Palette.sheer(colour, strength), Palette.sheer(colour, strength * 0.4), Palette.sheer(colour, 0)
                }));
        brush.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A skyline from one side to the other: waves within waves, the smaller the lower. */
    double[] ridge(double base, double rise, double roughness) {
        double[] line = new double[(int) width + 1];
        double turn = Math.PI * 2 / (unit * 1.7);
        double strength = 1;
        for (int octave = 0; octave < 8; octave++) {
            double phase = chance.nextDouble() * Math.PI * 2;
            for (int x = 0; x < line.length; x++) {
                line[x] += strength * Math.sin(x * turn + phase);
            }
            turn *= 1.9 + chance.nextDouble() * 0.4;
            strength *= roughness;
        }
        for (int x = 0; x < line.length; x++) {
            line[x] = base - rise * (0.5 + 0.5 * line[x]);
        }
        return line;
    }

    /** Everything below a line. */
    Path2D below(double[] line) {
        Path2D shape = new Path2D.Double();
        shape.moveTo(0, height);
        for (int x = 0; x < line.length; x++) {
            shape.lineTo(x, line[x]);
        }
        shape.lineTo(width, height);
        shape.closePath();
        return shape;
    }

    Path2D polygon(double... points) {
        Path2D shape = new Path2D.Double();
        shape.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            shape.lineTo(points[i], points[i + 1]);
        }
        shape.closePath();
        return shape;
    }
}
