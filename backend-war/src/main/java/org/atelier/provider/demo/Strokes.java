package org.atelier.provider.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Paints a given picture over again in short strokes of its own colours, coarse ones first. */
final class Strokes {

    private final Easel easel;

    Strokes(Easel easel) {
        this.easel = easel;
    }

    /** Several pictures share the canvas side by side, each cropped to its part. */
    void repaint(List<BufferedImage> pictures) {
        BufferedImage model = new BufferedImage((int) easel.width, (int) easel.height, BufferedImage.TYPE_INT_RGB);
        var brush = model.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double part = easel.width / pictures.size();
        for (int i = 0; i < pictures.size(); i++) {
            BufferedImage picture = pictures.get(i);
            double scale = Math.max(part / picture.getWidth(), easel.height / picture.getHeight());
            brush.setClip((int) (i * part), 0, (int) part + 1, (int) easel.height);
            AffineTransform place = AffineTransform.getTranslateInstance(
                    i * part + (part - picture.getWidth() * scale) / 2,
                    (easel.height - picture.getHeight() * scale) / 2);
            place.scale(scale, scale);
            brush.drawImage(picture, place, null);
        }
        brush.dispose();
        easel.brush.drawImage(model, 0, 0, null);
        for (double size = 0.05; size > 0.006; size *= 0.62) {
            layer(model, easel.unit * size);
        }
    }

    private void layer(BufferedImage model, double size) {
        int count = (int) (easel.width * easel.height / (size * size) * 2.2);
        easel.brush.setStroke(new BasicStroke((float) (size * 0.5), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < count; i++) {
            double x = easel.between(0, easel.width - 1);
            double y = easel.between(0, easel.height - 1);
            Color colour = new Color(model.getRGB((int) x, (int) y));
            Color varied =
                    Palette.mix(colour, easel.chance.nextBoolean() ? Color.WHITE : Color.BLACK, easel.between(0, 0.1));
            double angle = 0.7 + Math.sin(x / easel.unit * 3) + Math.cos(y / easel.unit * 4) * 0.8;
            double length = size * easel.between(0.5, 1.3);
            easel.brush.setColor(Palette.sheer(varied, 0.6));
            easel.brush.draw(new Line2D.Double(
                    x - Math.cos(angle) * length / 2,
                    y - Math.sin(angle) * length / 2,
                    x + Math.cos(angle) * length / 2,
                    y + Math.sin(angle) * length / 2));
        }
    }
}
