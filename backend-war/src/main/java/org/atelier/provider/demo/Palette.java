package org.atelier.provider.demo;

import java.awt.Color;

/** The colours of one drawing, from the top of the sky to what stands closest. */
record Palette(Color high, Color middle, Color low, Color far, Color near, Color light) {

    static final Palette DAWN = of(0x33386b, 0xe58f8c, 0xffdfb0, 0x9d7d9c, 0x2b2546, 0xffd38a);
    static final Palette DAY = of(0x2f7fc4, 0x8cc4e8, 0xeaf6f4, 0x8db6c9, 0x24503f, 0xfff3c4);
    static final Palette DUSK = of(0x1e1b40, 0xa63d6a, 0xffab5e, 0x74406b, 0x150e26, 0xffe0a3);
    static final Palette NIGHT = of(0x040716, 0x14264f, 0x41618f, 0x22375f, 0x050911, 0xf7edc8);
    static final Palette MIST = of(0x8fa6b0, 0xc3d2d3, 0xf1f3ea, 0xb5c5c5, 0x3d5353, 0xfffdf0);
    static final Palette AUTUMN = of(0x5d7f97, 0xd9b98c, 0xf7e3b8, 0xc88a56, 0x4a2418, 0xffd27a);
    static final Palette WINTER = of(0x5f7fa8, 0xb7cbe0, 0xf6f1f2, 0xaebfd4, 0x31455f, 0xfff6df);

    private static Palette of(int high, int middle, int low, int far, int near, int light) {
        return new Palette(
                new Color(high), new Color(middle), new Color(low), new Color(far), new Color(near), new Color(light));
    }

    /** The same under a coloured light. */
    Palette tinted(Color tint) {
        return new Palette(
                mix(high, tint, 0.42),
                mix(middle, tint, 0.5),
                mix(low, tint, 0.25),
                mix(far, tint, 0.42),
                mix(near, tint.darker().darker(), 0.35),
                mix(light, tint, 0.12));
    }

    /** Each colour a little to the side, so that no two drawings share theirs. */
    Palette turned(double degrees) {
        return new Palette(
                turn(high, degrees),
                turn(middle, degrees),
                turn(low, degrees),
                turn(far, degrees),
                turn(near, degrees),
                light);
    }

    /** What stands at a distance: 0 at the horizon, 1 right here. */
    Color at(double closeness) {
        return mix(far, near, closeness);
    }

    static Color mix(Color one, Color other, double part) {
        double rest = 1 - part;
        return new Color(
                (int) (one.getRed() * rest + other.getRed() * part),
                (int) (one.getGreen() * rest + other.getGreen() * part),
                (int) (one.getBlue() * rest + other.getBlue() * part));
    }

    static Color sheer(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) (255 * opacity));
    }

    private static Color turn(Color colour, double degrees) {
        float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
        return Color.getHSBColor(hsb[0] + (float) (degrees / 360), hsb[1], hsb[2]);
    }
}
