package ru.otklik.pictures.cleaning;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture as a new file, with nothing in it but the picture. */
record Written(String type, byte[] content) {

    private static final float QUALITY = 0.9f;
    private static final int LONGEST_EXACT = 4 << 20;

    /** @param exact point by point, unless that is longer than is taken */
    static Written of(BufferedImage picture, boolean exact) throws IOException {
        if (exact) {
            byte[] png = written("png", picture);
            if (png.length <= LONGEST_EXACT) {
                return new Written("image/png", png);
            }
        }
        return new Written("image/jpeg", jpeg(picture));
    }

    static byte[] jpeg(BufferedImage picture) throws IOException {
        return written("jpeg", opaque(picture));
    }

    private static BufferedImage opaque(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        var plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = plain.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return plain;
    }

    private static byte[] written(String format, BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
