package ru.otklik.pictures.cleaning;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Draws a picture anew: upright, no longer than asked, in the colours of every screen. */
final class Canvas {

    private Canvas() {}

    static BufferedImage upright(BufferedImage from, int orientation, int longest) {
        boolean lying = Orientation.isLying(orientation);
        int width = lying ? from.getHeight() : from.getWidth();
        int height = lying ? from.getWidth() : from.getHeight();
        double scale = Math.min(1, (double) longest / Math.max(width, height));
        int type = from.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var to = new BufferedImage(side(width, scale), side(height, scale), type);
        AffineTransform placed =
                AffineTransform.getScaleInstance((double) to.getWidth() / width, (double) to.getHeight() / height);
        placed.concatenate(Orientation.turn(orientation, from.getWidth(), from.getHeight()));
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(from, placed, null);
        pen.dispose();
        return to;
    }

    private static int side(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }
}
