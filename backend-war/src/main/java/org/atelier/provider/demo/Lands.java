package org.atelier.provider.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Land and water in rows, each closer than the last. */
final class Lands {

    private final Easel easel;
    private final Scene scene;
    private final Palette palette;
    private final Skies sky;

    Lands(Easel easel, Scene scene, Skies sky) {
        this.easel = easel;
        this.scene = scene;
        this.palette = scene.palette();
        this.sky = sky;
    }

    void mountains() {
        ridges(6, 0.56, 1.0, 0.36, 0.54);
    }

    /** @param first where the farthest begins, as a part of the height */
    private void ridges(int rows, double first, double last, double rise, double roughness) {
        for (int row = 0; row < rows; row++) {
            double closeness = row / (double) (rows - 1);
            double base = easel.height * (first + (last - first) * closeness);
            double[] line = easel.ridge(base, easel.unit * rise * (1 - closeness * 0.45), roughness);
            ground(line, base, closeness);
            if (scene.snow() || row < 2 && roughness > 0.5) {
                snow(line, closeness);
            }
        }
    }

    /** Fading into the haze of the row behind it. */
    private void ground(double[] line, double base, double closeness) {
        Color colour = palette.at(closeness);
        Color haze = Palette.mix(colour, palette.low(), 0.45 * (1 - closeness));
        float top = (float) (base - easel.unit * 0.3);
        easel.brush.setPaint(new GradientPaint(0, top, colour, 0, (float) (base + easel.unit * 0.08), haze));
        easel.brush.fill(easel.below(line));
    }

    private void snow(double[] line, double closeness) {
        Color white = Palette.mix(palette.at(closeness), Color.WHITE, 0.72 - closeness * 0.35);
        easel.brush.setStroke(new BasicStroke(1.6f));
        for (int x = 1; x < line.length; x++) {
            double slope = line[x] - line[x - 1];
            boolean towardsLight = slope * (x - sky.lightX) > 0;
            double depth = easel.unit * (towardsLight ? 0.055 : 0.018) * easel.between(0.55, 1);
            double height = Math.max(0, easel.height * 0.62 - line[x]) / (easel.height * 0.3);
            easel.brush.setColor(Palette.sheer(white, Math.min(0.85, scene.snow() ? 0.8 : height * 0.9)));
            easel.brush.draw(
                    new Line2D.Double(x, line[x], x + depth * 0.3, line[x] + depth * Math.min(1, height + 0.2)));
        }
    }

    void sea() {
        double horizon = easel.height * easel.between(0.56, 0.63);
        double[] coast = easel.ridge(horizon, easel.unit * 0.09, 0.5);
        ground(coast, horizon, 0.15);
        water(horizon);
    }

    void water(double horizon) {
        Color deep = Palette.mix(palette.high(), palette.near(), 0.35);
        easel.brush.setPaint(new GradientPaint(
                0, (float) horizon, Palette.mix(palette.low(), palette.middle(), 0.45), 0, (float) easel.height, deep));
        easel.brush.fill(new Rectangle2D.Double(0, horizon, easel.width, easel.height - horizon));
        for (int i = 0; i < 900; i++) {
            double depth = Math.pow(easel.chance.nextDouble(), 1.7);
            double y = horizon + depth * (easel.height - horizon);
            double spread = easel.unit * (0.03 + 0.16 * depth);
            boolean glitters = i % 3 != 0;
            double x = glitters ? sky.lightX + easel.chance.nextGaussian() * spread : easel.between(0, easel.width);
            double length = easel.unit * (0.006 + 0.05 * depth) * easel.between(0.4, 1);
            Color colour = glitters ? palette.light() : i % 2 == 0 ? palette.low() : deep;
            easel.brush.setStroke(new BasicStroke(
                    (float) (easel.unit * (0.0008 + 0.0035 * depth)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            easel.brush.setColor(Palette.sheer(colour, glitters ? 0.5 : 0.22));
            easel.brush.draw(new Line2D.Double(x - length / 2, y, x + length / 2, y));
        }
    }

    void forest() {
        ridges(2, 0.55, 0.66, 0.22, 0.5);
        for (int row = 0; row < 5; row++) {
            double closeness = 0.25 + row * 0.18;
            double base = easel.height * (0.66 + row * 0.1);
            double[] line = easel.ridge(base, easel.unit * 0.07, 0.4);
            ground(line, base, closeness);
            double size = easel.unit * (0.08 + 0.055 * row);
            for (double x = -size; x < easel.width + size; x += size * easel.between(0.14, 0.42)) {
                int at = (int) Math.max(0, Math.min(easel.width, x));
                fir(x, line[at] + size * 0.12, size * easel.between(0.65, 1.25), closeness);
            }
        }
    }

    private void fir(double x, double y, double size, double closeness) {
        Color colour = Palette.mix(palette.at(closeness), new Color(0x16382c), scene.snow() ? 0.2 : 0.3);
        for (int tier = 0; tier < 5; tier++) {
            double top = y - size * (1 - tier * 0.17);
            double half = size * (0.07 + 0.045 * tier);
            double bottom = top + size * 0.3;
            easel.brush.setColor(Palette.mix(colour, palette.low(), 0.1 * (1 - closeness) + 0.015 * tier));
            easel.brush.fill(easel.polygon(x, top, x + half, bottom, x, bottom - size * 0.04, x - half, bottom));
            if (scene.snow()) {
                easel.brush.setColor(Palette.sheer(Color.WHITE, 0.55));
                easel.brush.fill(
                        easel.polygon(x, top, x + half * 0.8, bottom - size * 0.05, x + half * 0.1, top + size * 0.12));
            }
        }
    }

    void desert() {
        Color sand = Palette.mix(new Color(0xd9a566), palette.middle(), scene.dark() ? 0.75 : 0.25);
        for (int row = 0; row < 6; row++) {
            double closeness = row / 5.0;
            double base = easel.height * (0.6 + closeness * 0.42);
            double[] line = easel.ridge(base, easel.unit * (0.1 + 0.08 * closeness), 0.28);
            Color lit = Palette.mix(
                    Palette.mix(palette.low(), sand, 0.35 + closeness * 0.5), palette.near(), closeness * 0.22);
            easel.brush.setPaint(new GradientPaint(
                    (float) sky.lightX,
                    (float) base,
                    lit,
                    (float) (sky.lightX + easel.width * 0.8),
                    (float) (base + easel.unit * 0.2),
                    Palette.mix(lit, palette.near(), 0.55)));
            easel.brush.fill(easel.below(line));
        }
    }

    void meadow() {
        ridges(3, 0.58, 0.72, 0.2, 0.42);
        Color green = Palette.mix(new Color(0x5f9a4a), palette.near(), scene.dark() ? 0.75 : 0.2);
        double[] line = easel.ridge(easel.height * 0.78, easel.unit * 0.07, 0.3);
        easel.brush.setPaint(new GradientPaint(
                0,
                (float) (easel.height * 0.7),
                Palette.mix(green, palette.low(), 0.35),
                0,
                (float) easel.height,
                Palette.mix(green, palette.near(), 0.5)));
        easel.brush.fill(easel.below(line));
        for (int i = 0; i < 1500; i++) {
            double depth = Math.sqrt(i / 1500.0);
            double x = easel.between(0, easel.width);
            double y = line[(int) x] + (easel.height - line[(int) x]) * depth;
            double size = easel.unit * (0.006 + 0.04 * depth);
            Path2D blade = new Path2D.Double();
            blade.moveTo(x, y);
            blade.quadTo(x, y - size * 0.6, x + size * easel.between(-0.4, 0.4), y - size);
            easel.brush.setStroke(new BasicStroke((float) (easel.unit * (0.0008 + 0.002 * depth))));
            easel.brush.setColor(Palette.sheer(
                    Palette.mix(green, easel.chance.nextBoolean() ? palette.low() : palette.near(), 0.3), 0.6));
            easel.brush.draw(blade);
        }
    }
}
