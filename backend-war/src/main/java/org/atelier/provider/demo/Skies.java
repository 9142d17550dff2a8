package org.atelier.provider.demo;

import java.awt.Color;
import java.awt.LinearGradientPaint;

/** The upper part of a drawing. */
final class Skies {

    private final Easel easel;
    private final Scene scene;
    private final Palette palette;

    /** Where the light comes from. */
    final double lightX;

    final double lightY;

    Skies(Easel easel, Scene scene) {
        this.easel = easel;
        this.scene = scene;
        this.palette = scene.palette();
        this.lightX = easel.width * easel.between(0.2, 0.8);
        this.lightY = easel.height * (scene.dark() ? easel.between(0.14, 0.28) : easel.between(0.24, 0.46));
    }

    void paint() {
        easel.brush.setPaint(
                new LinearGradientPaint(0, 0, 0, (float) (easel.height * 0.75), new float[] {0, 0.55f, 1}, new Color[] {
                    palette.high(), palette.middle(), palette.low()
                }));
        easel.brush.fillRect(0, 0, (int) easel.width, (int) easel.height);
        if (scene.dark()) {
            stars(260);
        }
        light();
        for (int i = 0; i < 6; i++) {
            cloud(easel.between(0, easel.width), easel.height * easel.between(0.08, 0.42));
        }
    }

    void stars(int count) {
        for (int i = 0; i < count; i++) {
            double size = easel.unit * 0.0009 * (1 + Math.pow(easel.chance.nextDouble(), 6) * 4);
            double y = Math.pow(easel.chance.nextDouble(), 1.3) * easel.height * 0.8;
            double x = easel.between(0, easel.width);
            if (size > easel.unit * 0.0034) {
                easel.glow(x, y, size * 7, palette.light(), 0.35);
            }
            easel.disc(x, y, size, Palette.sheer(Color.WHITE, easel.between(0.35, 1)));
        }
    }

    private void light() {
        double radius = easel.unit * (scene.dark() ? 0.05 : easel.between(0.05, 0.085));
        easel.glow(lightX, lightY, easel.unit * 0.85, palette.light(), scene.dark() ? 0.3 : 0.5);
        easel.glow(lightX, lightY, radius * 3.4, palette.light(), 0.55);
        easel.disc(lightX, lightY, radius, Palette.mix(palette.light(), Color.WHITE, 0.45));
        if (scene.dark()) {
            easel.disc(lightX - radius * 0.3, lightY - radius * 0.2, radius * 0.2, Palette.sheer(palette.far(), 0.18));
            easel.disc(lightX + radius * 0.3, lightY + radius * 0.3, radius * 0.27, Palette.sheer(palette.far(), 0.16));
        }
    }

    /** Puffs along a flat bottom, light above and in shadow below. */
    private void cloud(double x, double y) {
        double length = easel.unit * easel.between(0.12, 0.34);
        Color lit = Palette.mix(palette.light(), Color.WHITE, 0.35);
        Color colour = scene.dark() ? Palette.mix(palette.middle(), palette.far(), 0.4) : lit;
        for (int i = 0; i < 26; i++) {
            double along = easel.chance.nextGaussian() * 0.42;
            double size = length * (0.26 - Math.abs(along) * 0.16) * easel.between(0.5, 1);
            if (size > 1) {
                double lift = easel.between(-0.05, 0.02) * length;
                easel.glow(x + along * length, y + lift, size * 1.5, colour, scene.dark() ? 0.1 : 0.2);
            }
        }
    }
}
