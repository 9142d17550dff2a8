package org.atelier.provider.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;

/** Single things that a prompt names, in front of everything. */
final class Things {

    private final Easel easel;
    private final Palette palette;
    private final boolean dark;

    Things(Easel easel, Scene scene) {
        this.easel = easel;
        this.palette = scene.palette();
        this.dark = scene.dark();
    }

    void paint(Set<Scene.Thing> things) {
        for (Scene.Thing thing : things) {
            double x = easel.width * easel.between(0.22, 0.78);
            switch (thing) {
                case BIRDS -> birds();
                case BOAT -> boat(x, easel.height * 0.74, easel.unit * 0.2);
                case HOUSE -> house(x, easel.height * 0.84, easel.unit * 0.17);
                case LIGHTHOUSE -> lighthouse(x, easel.height * 0.86, easel.unit * 0.42);
                case TREE -> tree(x, easel.height * 0.95, easel.unit * 0.15);
                case BALLOON -> balloon(x, easel.height * easel.between(0.2, 0.36), easel.unit * 0.1);
                case CAT -> cat(x, easel.height * 0.93, easel.unit * 0.16);
                case FLOWERS -> flowers();
            }
        }
    }

    private void birds() {
        double x = easel.width * easel.between(0.25, 0.6);
        double y = easel.height * easel.between(0.16, 0.34);
        for (int i = 0; i < 11; i++) {
            double size = easel.unit * easel.between(0.013, 0.034);
            double bx = x + easel.chance.nextGaussian() * easel.unit * 0.15;
            double by = y + easel.chance.nextGaussian() * easel.unit * 0.07;
            Path2D wings = new Path2D.Double();
            wings.moveTo(bx - size, by - size * easel.between(0.2, 0.6));
            wings.quadTo(bx - size * 0.4, by - size * 0.55, bx, by);
            wings.quadTo(bx + size * 0.4, by - size * 0.55, bx + size, by - size * easel.between(0.2, 0.6));
            easel.brush.setColor(dark ? palette.light() : palette.near());
            easel.brush.setStroke(
                    new BasicStroke((float) (size * 0.16), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            easel.brush.draw(wings);
        }
    }

    private void boat(double x, double y, double size) {
        Color cloth = Palette.mix(palette.light(), Color.WHITE, 0.5);
        easel.brush.setColor(Palette.sheer(palette.near(), 0.3));
        easel.brush.fill(new Ellipse2D.Double(x - size * 0.5, y + size * 0.02, size, size * 0.16));
        easel.brush.setColor(Palette.mix(palette.near(), new Color(0x7a2f22), 0.5));
        easel.brush.fill(easel.polygon(
                x - size * 0.42,
                y - size * 0.1,
                x + size * 0.45,
                y - size * 0.12,
                x + size * 0.3,
                y + size * 0.06,
                x - size * 0.3,
                y + size * 0.06));
        sail(x + size * 0.02, y - size * 0.14, size * 0.4, -size * 0.95, cloth);
        sail(x - size * 0.03, y - size * 0.14, -size * 0.32, -size * 0.75, Palette.mix(cloth, palette.middle(), 0.25));
    }

    private void sail(double x, double y, double wide, double high, Color cloth) {
        Path2D sail = new Path2D.Double();
        sail.moveTo(x, y);
        sail.lineTo(x, y + high);
        sail.quadTo(x + wide * 1.1, y + high * 0.4, x + wide, y);
        sail.closePath();
        easel.brush.setPaint(new GradientPaint(
                (float) x, (float) y, Palette.mix(cloth, palette.far(), 0.35), (float) (x + wide), (float) y, cloth));
        easel.brush.fill(sail);
    }

    private void house(double x, double y, double size) {
        easel.brush.setColor(Palette.mix(palette.near(), new Color(0x6d4a38), 0.45));
        easel.brush.fill(new Rectangle2D.Double(x - size * 0.5, y - size * 0.55, size, size * 0.6));
        easel.brush.setColor(Palette.mix(palette.near(), Color.BLACK, 0.25));
        easel.brush.fill(new Rectangle2D.Double(x + size * 0.2, y - size * 0.98, size * 0.12, size * 0.35));
        easel.brush.fill(
                easel.polygon(x - size * 0.62, y - size * 0.52, x, y - size, x + size * 0.62, y - size * 0.52));
        Color lamp = new Color(0xffd27a);
        for (double wx : new double[] {x - size * 0.33, x + size * 0.13}) {
            easel.glow(wx + size * 0.1, y - size * 0.27, size * 0.4, lamp, 0.4);
            easel.brush.setColor(lamp);
            easel.brush.fill(new Rectangle2D.Double(wx, y - size * 0.37, size * 0.2, size * 0.2));
        }
        for (int i = 0; i < 7; i++) {
            double rise = i * size * 0.13;
            easel.glow(
                    x + size * 0.26 + Math.sin(i * 0.8) * size * 0.08,
                    y - size - rise,
                    size * (0.08 + i * 0.025),
                    Color.WHITE,
                    0.22 - i * 0.025);
        }
    }

    private void lighthouse(double x, double y, double size) {
        easel.brush.setColor(palette.near());
        easel.brush.fill(new Arc2D.Double(x - size * 0.5, y - size * 0.13, size, size * 0.5, 0, 180, Arc2D.CHORD));
        double lampY = y - size * 0.98;
        easel.brush.setPaint(new GradientPaint(
                (float) x,
                (float) lampY,
                Palette.sheer(palette.light(), 0.6),
                (float) (x - size * 1.3),
                (float) lampY,
                Palette.sheer(palette.light(), 0)));
        easel.brush.fill(
                easel.polygon(x, lampY, x - size * 1.3, lampY - size * 0.3, x - size * 1.3, lampY + size * 0.12));
        for (int band = 0; band < 6; band++) {
            double top = y - size * (0.15 + band * 0.13);
            double half = size * (0.1 - band * 0.008);
            easel.brush.setColor(
                    band % 2 == 0
                            ? Palette.mix(new Color(0xb23a32), palette.near(), 0.2)
                            : Palette.mix(Color.WHITE, palette.far(), 0.25));
            easel.brush.fill(easel.polygon(
                    x - half,
                    top,
                    x + half,
                    top,
                    x + half - size * 0.008,
                    top - size * 0.13,
                    x - half + size * 0.008,
                    top - size * 0.13));
        }
        easel.brush.setColor(palette.near());
        easel.brush.fill(new Rectangle2D.Double(x - size * 0.075, y - size * 0.95, size * 0.15, size * 0.02));
        easel.brush.fill(
                easel.polygon(x - size * 0.06, y - size * 1.02, x, y - size * 1.11, x + size * 0.06, y - size * 1.02));
        easel.glow(x, lampY, size * 0.3, palette.light(), 0.9);
        easel.disc(x, lampY, size * 0.035, Color.WHITE);
    }

    private void tree(double x, double y, double size) {
        Color bark = Palette.mix(palette.near(), new Color(0x3a2417), 0.5);
        branch(x, y, size, -Math.PI / 2, size * 0.2, 9, bark);
    }

    private void branch(double x, double y, double length, double angle, double thick, int left, Color bark) {
        double endX = x + Math.cos(angle) * length;
        double endY = y + Math.sin(angle) * length;
        easel.brush.setColor(bark);
        easel.brush.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        easel.brush.draw(new Line2D.Double(x, y, endX, endY));
        if (left == 0) {
            Color leaf = Palette.mix(palette.light(), palette.middle(), easel.chance.nextDouble());
            easel.disc(endX, endY, easel.unit * easel.between(0.004, 0.011), Palette.sheer(leaf, 0.75));
            return;
        }
        branch(
                endX,
                endY,
                length * easel.between(0.68, 0.86),
                angle - easel.between(0.18, 0.5),
                thick * 0.68,
                left - 1,
                bark);
        branch(
                endX,
                endY,
                length * easel.between(0.68, 0.86),
                angle + easel.between(0.18, 0.5),
                thick * 0.68,
                left - 1,
                bark);
    }

    private void balloon(double x, double y, double size) {
        Color[] cloth = {new Color(0xd2483c), new Color(0xf0b440), Palette.mix(palette.high(), Color.WHITE, 0.2)};
        easel.glow(x, y, size * 1.8, palette.light(), 0.25);
        easel.brush.setColor(palette.near());
        easel.brush.setStroke(new BasicStroke((float) (size * 0.02)));
        easel.brush.draw(new Line2D.Double(x - size * 0.55, y + size * 0.85, x - size * 0.14, y + size * 1.5));
        easel.brush.draw(new Line2D.Double(x + size * 0.55, y + size * 0.85, x + size * 0.14, y + size * 1.5));
        easel.brush.fill(new Rectangle2D.Double(x - size * 0.16, y + size * 1.48, size * 0.32, size * 0.24));
        for (int gore = 7; gore >= 0; gore--) {
            double half = size * (0.16 + gore * 0.12);
            Path2D shape = new Path2D.Double();
            shape.moveTo(x, y - size);
            shape.curveTo(x + half * 1.35, y - size, x + half * 1.35, y + size * 0.3, x + half * 0.3, y + size * 1.25);
            shape.lineTo(x - half * 0.3, y + size * 1.25);
            shape.curveTo(x - half * 1.35, y + size * 0.3, x - half * 1.35, y - size, x, y - size);
            easel.brush.setColor(cloth[gore % cloth.length]);
            easel.brush.fill(shape);
        }
    }

    private void cat(double x, double y, double size) {
        easel.brush.setColor(Palette.mix(palette.near(), Color.BLACK, 0.5));
        easel.brush.fill(new Ellipse2D.Double(x - size * 0.32, y - size * 0.75, size * 0.64, size * 0.85));
        easel.brush.fill(new Ellipse2D.Double(x - size * 0.25, y - size * 1.08, size * 0.5, size * 0.45));
        easel.brush.fill(easel.polygon(
                x - size * 0.24, y - size * 0.92, x - size * 0.2, y - size * 1.25, x - size * 0.02, y - size * 1.04));
        easel.brush.fill(easel.polygon(
                x + size * 0.24, y - size * 0.92, x + size * 0.2, y - size * 1.25, x + size * 0.02, y - size * 1.04));
        Path2D tail = new Path2D.Double();
        tail.moveTo(x + size * 0.2, y);
        tail.curveTo(x + size * 0.8, y + size * 0.1, x + size * 0.75, y - size * 0.5, x + size * 0.5, y - size * 0.55);
        easel.brush.setStroke(new BasicStroke((float) (size * 0.1), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        easel.brush.draw(tail);
        easel.disc(x - size * 0.1, y - size * 0.88, size * 0.035, new Color(0xf2d24b));
        easel.disc(x + size * 0.1, y - size * 0.88, size * 0.035, new Color(0xf2d24b));
    }

    private void flowers() {
        Color[] petals = {
            new Color(0xe2473f), new Color(0xf4c542), new Color(0xe88bb4), new Color(0xf7f2ea), new Color(0x7d5bd0)
        };
        for (int i = 0; i < 130; i++) {
            double depth = Math.sqrt(i / 130.0);
            double x = easel.between(0, easel.width);
            double y = easel.height * (0.8 + 0.2 * depth) - easel.between(0, easel.unit * 0.04);
            double size = easel.unit * (0.004 + 0.014 * depth);
            easel.brush.setStroke(new BasicStroke((float) (size * 0.25)));
            easel.brush.setColor(Palette.mix(palette.near(), new Color(0x3f7a3a), 0.5));
            easel.brush.draw(new Line2D.Double(x, y, x + size * 0.4, y + size * 4));
            Color petal = Palette.mix(petals[easel.chance.nextInt(petals.length)], palette.near(), dark ? 0.4 : 0.08);
            for (int leaf = 0; leaf < 6; leaf++) {
                double angle = leaf * Math.PI / 3;
                easel.disc(x + Math.cos(angle) * size * 0.75, y + Math.sin(angle) * size * 0.6, size * 0.55, petal);
            }
            easel.disc(x, y, size * 0.42, new Color(0x5a3a1a));
        }
    }
}
