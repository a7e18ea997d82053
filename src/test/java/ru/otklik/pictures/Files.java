package ru.otklik.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files as people bring them. */
public final class Files {

    private Files() {}

    /** Red on the left, blue on the right. */
    public static byte[] image(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return written(format, picture);
    }

    private static byte[] written(String format, BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As a telephone writes it: how it was held, where, with XMP, IPTC and a comment. */
    public static byte[] photo(int width, int height, int orientation) {
        byte[] plain = image("jpg", width, height);
        var file = new ByteArrayOutputStream();
        file.write(plain, 0, 2);
        segment(file, 0xE1, exif(orientation));
        segment(
                file,
                0xE1,
                ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF "
                                + "xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description "
                                + "xmlns:d='http://purl.org/dc/elements/1.1/' d:source='SECRET-XMP'/></r:RDF></x:xmpmeta>")
                        .getBytes(StandardCharsets.US_ASCII));
        segment(file, 0xED, iptc("SECRET-IPTC"));
        segment(file, 0xFE, "SECRET-COMMENT".getBytes(StandardCharsets.US_ASCII));
        file.write(plain, 2, plain.length - 2);
        return file.toByteArray();
    }

    private static void segment(ByteArrayOutputStream to, int marker, byte[] body) {
        to.writeBytes(new byte[] {(byte) 0xFF, (byte) marker});
        to.writeBytes(ByteBuffer.allocate(2).putShort((short) (body.length + 2)).array());
        to.writeBytes(body);
    }

    private static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(160);
        tiff.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        tiff.putShort((short) 3);
        tag(tiff, 0x010F, 2, 12, 50); // make
        tag(tiff, 0x0112, 3, 1, orientation << 16);
        tag(tiff, 0x8825, 4, 1, 62);
        tiff.putInt(0);
        tiff.put("SECRET-EXIF\0".getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 2);
        tag(tiff, 1, 2, 2, 'N' << 24);
        tag(tiff, 2, 5, 3, 92);
        tiff.putInt(0);
        for (int part : new int[] {45, 1, 2, 1, 30, 1}) {
            tiff.putInt(part);
        }
        return Arrays.copyOf(tiff.array(), tiff.position());
    }

    private static void tag(ByteBuffer to, int tag, int type, int count, int value) {
        to.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] iptc(String caption) {
        var body = new ByteArrayOutputStream();
        byte[] text = caption.getBytes(StandardCharsets.US_ASCII);
        body.writeBytes("Photoshop 3.0\0008BIM\004\004\0\0".getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(ByteBuffer.allocate(4).putInt(5 + text.length).array());
        body.writeBytes(new byte[] {0x1C, 2, 120, 0, (byte) text.length});
        body.writeBytes(text);
        return body.toByteArray();
    }

    /** With a comment, and a packed one that unpacks to the given size. */
    public static byte[] pngWithTexts(int width, int height, int unpacked) {
        return withTexts(image("png", width, height), unpacked);
    }

    /** With a palette, for whose sake a decoder reads all that stands before the points. */
    public static byte[] paletteWithTexts(int width, int height, int unpacked) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
        return withTexts(written("png", picture), unpacked);
    }

    private static byte[] withTexts(byte[] plain, int unpacked) {
        int head = 8 + 25; // signature and IHDR
        var file = new ByteArrayOutputStream();
        file.write(plain, 0, head);
        file.writeBytes(chunk("tEXt", "Comment\0SECRET-TEXT".getBytes(StandardCharsets.ISO_8859_1)));
        var packed = new ByteArrayOutputStream();
        packed.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        packed.writeBytes(deflated(unpacked));
        file.writeBytes(chunk("zTXt", packed.toByteArray()));
        file.write(plain, head, plain.length - head);
        return file.toByteArray();
    }

    /** A few bytes that say they are so many points. */
    public static byte[] bomb(int width, int height) {
        var file = new ByteArrayOutputStream();
        file.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {1, 0, 0, 0, 0});
        file.writeBytes(chunk("IHDR", head.array()));
        file.writeBytes(chunk("IDAT", deflated(1_000_000)));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] deflated(int zeros) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            for (int left = zeros; left > 0; left -= 1 << 16) {
                out.write(new byte[Math.min(left, 1 << 16)]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] chunk(String name, byte[] body) {
        byte[] named = new byte[4 + body.length];
        System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, named, 0, 4);
        System.arraycopy(body, 0, named, 4, body.length);
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(12 + body.length)
                .putInt(body.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }
}
